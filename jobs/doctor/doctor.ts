import type { Config } from '../../server/config/config.js'
import type { WorkerDoor } from '../../server/database/doors.js'
import { type HealthFacts, healthFacts } from './health.read-model.js'

export interface Finding {
  id: string
  severity: 'error' | 'warning' | 'note'
  message: string
  remedy: string
}

/** What is wrong with this installation, and what the administrator can do. `ok` = nothing that needs a person now. */
export async function doctor(door: WorkerDoor, config: Config): Promise<{ ok: boolean; findings: Finding[] }> {
  const facts = await healthFacts(door)
  const findings = [...sourceFindings(facts), ...workFindings(facts), ...mailFindings(facts, config)]
  return { ok: findings.every(f => f.severity !== 'error'), findings }
}

function sourceFindings(facts: HealthFacts): Finding[] {
  const unwell = facts.sources
    .filter(source => source.state !== 'ok' && source.state !== 'stopped')
    .map(
      (source): Finding => ({
        id: `source ${source.id}`,
        severity: source.state === 'failing' ? 'error' : 'warning',
        message: `${source.id} is ${source.state}${source.reason ? `: ${source.reason}` : ''}. Last success: ${source.last_success?.toISOString() ?? 'never'}.`,
        remedy: `Run it again: npm run wellmet -- pull ${source.id}. While the publisher is down, a file fetched by hand can be read with --file.`,
      }),
    )
  const parked = facts.parked.map(
    ({ source_id, n }): Finding => ({
      id: `parked ${source_id}`,
      severity: 'note',
      message: `${n} record${n === 1 ? '' : 's'} of ${source_id} could not be read and ${n === 1 ? 'is' : 'are'} parked.`,
      remedy: 'Read the reasons on the Sources page; nothing was thrown away.',
    }),
  )
  return [...unwell, ...parked]
}

function workFindings(facts: HealthFacts): Finding[] {
  const findings = facts.exhausted.map(
    ({ name, error }): Finding => ({
      id: `job ${name}`,
      severity: 'error',
      message: `The job "${name}" was given up after several tries: ${error ?? 'no message'}.`,
      remedy: `Mend the cause, then run it: npm run wellmet -- run-job "${name}".`,
    }),
  )
  if (facts.organisations > 0 && facts.needs > 0 && facts.lastMatch === null) {
    findings.push({
      id: 'match',
      severity: 'warning',
      message: 'Nothing has been matched yet.',
      remedy: 'Run: npm run wellmet -- match. The worker does it every hour.',
    })
  }
  if (facts.unplaced > 0) {
    findings.push({
      id: 'places',
      severity: 'note',
      message: `${facts.unplaced} of ${facts.organisations} organisations have no place that is known here.`,
      remedy: 'Only the places of the hubs are loaded; a national postcode file will place the rest.',
    })
  }
  return findings
}

function mailFindings(facts: HealthFacts, config: Config): Finding[] {
  const findings: Finding[] = config.smtpUrl
    ? []
    : [
        {
          id: 'mail',
          severity: 'note',
          message: `No relay is set, so mail lands in ${config.dataDir}/mail.`,
          remedy: 'Set SMTP_URL and MAIL_FROM to send it.',
        },
      ]
  for (const { state, n, oldest } of facts.mail) {
    if (state === 'queued') continue
    findings.push({
      id: `mail ${state}`,
      severity: state === 'failed' ? 'error' : 'warning',
      message: `${n} mail${n === 1 ? ' is' : 's are'} ${state === 'unknown' ? 'of unknown fate' : state}, the oldest since ${oldest?.toISOString() ?? 'unknown'}.`,
      remedy:
        state === 'unknown'
          ? 'Set MAIL_LEDGER so that the relay can be asked; they are not sent twice.'
          : 'Look at the outbox on the Sources page.',
    })
  }
  return findings
}
