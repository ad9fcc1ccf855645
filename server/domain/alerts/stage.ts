/** What is known of where a need stands. `noticeType` is UK1 to UK17 or an older form's name. */
export interface StageFacts {
  stageText: string | null
  state: string
  noticeKind: string | null
  noticeType: string | null
}

export interface Stage {
  words: string
  /** Why this is not called an opportunity, or null where it may be taken up. */
  notAnOpportunity: string | null
}

/** Dynamic market notices: they set up a list of suppliers and buy nothing. */
const DYNAMIC_MARKET = /^UK1[3-6]$/
const ASKS = new Set(['engagement', 'pipeline', 'planned', 'tender'])
const BY_STATE: Record<string, string> = {
  open: 'Open, not yet a tender',
  in_challenge: 'In a challenge',
  in_procurement: 'In procurement',
}

/** The stage in words. A notice of a dynamic market, or one whose stage nobody knows, is never called an opportunity. */
export function stageOf({ stageText, state, noticeKind, noticeType }: StageFacts): Stage {
  const words = stageText ?? BY_STATE[state] ?? 'Stage not known'
  if (noticeType !== null && DYNAMIC_MARKET.test(noticeType)) {
    return { words, notAnOpportunity: `Nothing to bid for: this notice (${noticeType}) is about a dynamic market.` }
  }
  if (noticeKind !== null && !ASKS.has(noticeKind)) {
    return {
      words,
      notAnOpportunity: 'Nothing to bid for as far as is known: the stage of its notice is not one that asks.',
    }
  }
  return { words, notAnOpportunity: null }
}
