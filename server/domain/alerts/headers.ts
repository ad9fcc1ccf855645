/** Headers that every mail carries besides From, To, Subject and Date. */
export interface MailHeaders {
  'List-Unsubscribe': string
  'List-Unsubscribe-Post': string
  'List-Id': string
  'Auto-Submitted': string
}

/** One click in the mailbox ends it: both headers, written by hand, since the mailer's own list option leaves one out. */
export function mailHeaders({
  base,
  token,
  kind,
  domain,
}: {
  base: string
  token: string
  kind: string
  domain: string
}): MailHeaders {
  return {
    'List-Unsubscribe': `<${base}/u/${token}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-Id': `Wellmet alerts <${kind}.alerts.${domain}>`,
    'Auto-Submitted': 'auto-generated',
  }
}

/** The Message-ID of an outbox row: the same at every attempt, so that a receiver can tell a repeat. */
export const messageIdOf = (outboxId: string, domain: string): string => `<${outboxId}@${domain}>`

/** The domain of a From value such as "Wellmet <alerts@wellmet.example>". */
export const senderDomain = (from: string): string =>
  /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1]?.toLowerCase() ?? 'localhost'
