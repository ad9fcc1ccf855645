import type { SecondChances } from './second-chances.schemas.js'

/** Where one idea stands: its last submission, and what its owner and others did since. */
export interface IdeaStages {
  outcome: 'submitted' | 'in_assessment' | 'shortlisted' | 'funded' | 'ineligible' | 'sifted_out' | 'not_adopted'
  stage_reached: string | null
  /** Null where the owner's consent does not let the reader see the idea itself. */
  idea_state: string | null
  consented: boolean
  talking: boolean
}

type Flow = SecondChances['flow']
type Tone = Flow['nodes'][number]['tone']

const STAGES: Flow['stages'] = [
  { key: 'submitted', title: 'Submitted' },
  { key: 'sift', title: 'First sift' },
  { key: 'decision', title: 'Decision' },
  { key: 'afterwards', title: 'Afterwards' },
  { key: 'second_chance', title: 'Second chance' },
]

// Nodes from the top of each stage to the bottom; those without an idea are left out of the answer.
const NODES: { id: string; stage: number; title: string; tone: Tone }[] = [
  { id: 'submitted', stage: 0, title: 'Submitted', tone: 'rest' },
  { id: 'shortlisted', stage: 1, title: 'Shortlisted', tone: 'forward' },
  { id: 'in_sift', stage: 1, title: 'Being sifted', tone: 'rest' },
  { id: 'sifted_out', stage: 1, title: 'Sifted out', tone: 'not_adopted' },
  { id: 'ineligible', stage: 1, title: 'Ineligible', tone: 'not_adopted' },
  { id: 'funded', stage: 2, title: 'Funded', tone: 'forward' },
  { id: 'undecided', stage: 2, title: 'Not decided yet', tone: 'rest' },
  { id: 'not_adopted', stage: 2, title: 'Not adopted', tone: 'not_adopted' },
  { id: 'adopted_here', stage: 3, title: 'Adopted here', tone: 'forward' },
  { id: 'running', stage: 3, title: 'Still running', tone: 'rest' },
  { id: 'agreed', stage: 3, title: 'Owner agreed to re-offer', tone: 'again' },
  { id: 'not_asked', stage: 3, title: 'Owner not asked or not yet', tone: 'rest' },
  { id: 'closed', stage: 3, title: 'Closed by owner', tone: 'rest' },
  { id: 'adopted_elsewhere', stage: 4, title: 'Adopted elsewhere', tone: 'again' },
  { id: 'introduced', stage: 4, title: 'Introduced, talking', tone: 'again' },
  { id: 'waiting', stage: 4, title: 'Waiting for a buyer', tone: 'rest' },
]

/** The ideas by stage in time. One idea is one unit at every stage that it reached, so nothing is dropped on the way. */
export function ideaFlow(ideas: IdeaStages[]): Flow {
  const nodes = new Map<string, number>()
  const links = new Map<string, number>()
  for (const idea of ideas) {
    const path = pathOf(idea)
    for (const [i, id] of path.entries()) {
      nodes.set(id, (nodes.get(id) ?? 0) + 1)
      const from = path[i - 1]
      if (from) links.set(`${from} ${id}`, (links.get(`${from} ${id}`) ?? 0) + 1)
    }
  }
  return {
    stages: STAGES,
    nodes: NODES.filter(node => nodes.has(node.id)).map(node => ({ ...node, n: nodes.get(node.id) ?? 0 })),
    links: NODES.flatMap(from =>
      NODES.filter(to => links.has(`${from.id} ${to.id}`)).map(to => ({
        from: from.id,
        to: to.id,
        n: links.get(`${from.id} ${to.id}`) ?? 0,
      })),
    ),
  }
}

/** How many ideas stand at a node; 0 where the flow has no such node. */
export const flowCount = (flow: Flow, id: string): number => flow.nodes.find(node => node.id === id)?.n ?? 0

function pathOf(idea: IdeaStages): string[] {
  const { outcome } = idea
  if (outcome === 'submitted' || outcome === 'in_assessment') return ['submitted', 'in_sift']
  if (outcome === 'shortlisted') return ['submitted', 'shortlisted', 'undecided']
  if (outcome === 'funded') {
    return ['submitted', 'shortlisted', 'funded', idea.idea_state === 'adopted' ? 'adopted_here' : 'running']
  }
  const sift = outcome === 'not_adopted' ? siftReached(idea.stage_reached) : outcome
  return ['submitted', sift, 'not_adopted', ...afterwards(idea)]
}

/** An idea that was decided on had passed the sift, unless the record says where it ended. */
const siftReached = (stage: string | null): string =>
  stage && /sift|received|submitted/i.test(stage) ? 'sifted_out' : 'shortlisted'

function afterwards({ idea_state, consented, talking }: IdeaStages): string[] {
  if (idea_state === 'adopted' || idea_state === 'piloting') return ['agreed', 'adopted_elsewhere']
  if (idea_state === 'closed' || idea_state === 'paused' || idea_state === 'erased') return ['closed']
  if (!consented) return ['not_asked']
  return ['agreed', talking || idea_state === 'introduced' ? 'introduced' : 'waiting']
}
