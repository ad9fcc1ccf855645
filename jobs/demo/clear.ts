import { connect } from '../../sql/connection.js'
import { type Cleared, clearRows, unpinToday } from '../../sql/demo/clear.js'

/** Removes the demonstration and touches no other row. The day that it had fixed runs again for new connections. */
export async function clearDemonstration({ ownerUrl }: { ownerUrl: string }): Promise<Cleared> {
  const { db } = connect(ownerUrl, { max: 1, onProblem: () => {} })
  try {
    const cleared = await clearRows(db)
    await unpinToday(db)
    return cleared
  } finally {
    await db.destroy()
  }
}
