import type { WorkerDoor } from '../../server/database/doors.js'
import type { Secrets } from '../../server/database/secrets.js'
import { newNonce } from '../../server/database/tokens.js'
import { addressHash, encryptAddress } from '../../server/domain/alerts/addresses.js'
import { type DemonstrationReader, DemonstrationStore } from './demonstration.store.js'
import { findAlerts } from './find.js'

/** Confirmed alerts for the demonstration's innovator and officer, with addresses that reach nobody; then looks for their news. */
export async function ensureDemonstrationSubscriptions({
  door,
  secrets,
}: {
  door: WorkerDoor
  secrets: Secrets
}): Promise<void> {
  await door.withSystem('wellmet_mail', async tx => {
    for (const reader of await DemonstrationStore.readers(tx)) {
      const address = reader.organisationId ? 'alerts@innovator.example' : 'officer@durham-hub.example'
      await DemonstrationStore.add(tx, {
        accountId: reader.accountId,
        hubId: reader.hubId,
        organisationId: reader.organisationId,
        addressHash: addressHash(address, secrets.addressPepper),
        addressEnc: encryptAddress(address, secrets.addressKey, newNonce()),
        ...wishOf(reader),
      })
    }
  })
  await findAlerts({ door })
}

const wishOf = ({ organisation, organisationId, place }: DemonstrationReader): { name: string; query: object } => ({
  name: organisation ? `Needs for ${organisation}` : 'New needs and second chances here',
  query: {
    place: organisationId ? null : place,
    words: null,
    organisation_id: organisationId,
    fit: 'possible',
    second_chances: true,
  },
})
