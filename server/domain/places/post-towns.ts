// Post towns name one place in the whole country, so they may stand in where a postcode is missing or spoilt.
// Counties may not: "County Durham" on an envelope reaches from Hartlepool to Gateshead.
const TOWNS: Readonly<Record<string, string>> = {
  E06000047:
    'Durham, Barnard Castle, Bishop Auckland, Chester le Street, Consett, Crook, Ferryhill, Newton Aycliffe, Peterlee, Seaham, Shildon, Spennymoor, Stanley, Trimdon Station, Wingate',
  E06000057:
    'Alnwick, Ashington, Bamburgh, Bedlington, Belford, Berwick upon Tweed, Blyth, Chathill, Choppington, Corbridge, Cramlington, Haltwhistle, Hexham, Morpeth, Newbiggin by the Sea, Prudhoe, Riding Mill, Seahouses, Stocksfield, Wooler, Wylam',
  E08000037: 'Gateshead, Blaydon on Tyne, Rowlands Gill, Ryton',
  E08000024: 'Sunderland, Houghton le Spring, Washington',
  E06000019: 'Hereford, Bromyard, Kington, Ledbury, Leominster, Ross on Wye',
}

const key = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()

const byTown = new Map(
  Object.entries(TOWNS).flatMap(([code, towns]) =>
    towns.split(', ').map((town): [string, string] => [key(town), code]),
  ),
)

/** Code of the locality that holds a post town, for the towns we know. Whole names only. */
export const localityOfPostTown = (town: string | null | undefined): string | null =>
  byTown.get(key(town ?? '')) ?? null
