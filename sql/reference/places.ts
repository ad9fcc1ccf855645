/** An area as our own reference data carries it. Codes are GSS. */
export interface Place {
  code: string
  name: string
  kind: string
  parent: string | null
  from: string | null
  to: string | null
}

const place = (code: string, name: string, kind: string, parent: string | null, from: string | null = null): Place => ({
  code,
  name,
  kind,
  parent,
  from,
  to: null,
})

const NORTH_EAST = 'E47000014'
const TEES_VALLEY = 'E47000006'

/** The North East with what borders it, and Herefordshire for the distant council. Parents stand before their children. */
export const places: readonly Place[] = [
  place('E92000001', 'England', 'country', null),
  place('S92000003', 'Scotland', 'country', null),
  place('E12000001', 'North East', 'region', 'E92000001'),
  place('E12000002', 'North West', 'region', 'E92000001'),
  place('E12000003', 'Yorkshire and The Humber', 'region', 'E92000001'),
  place('E12000005', 'West Midlands', 'region', 'E92000001'),
  place(NORTH_EAST, 'North East Combined Authority', 'combined authority', 'E12000001', '2024-05-07'),
  place(TEES_VALLEY, 'Tees Valley', 'combined authority', 'E12000001', '2016-04-01'),
  {
    ...place(
      'E37000025',
      'North East Local Enterprise Partnership',
      'local enterprise partnership',
      'E12000001',
      '2011-04-01',
    ),
    to: '2024-04-01',
  },
  place('E06000047', 'County Durham', 'unitary authority', NORTH_EAST, '2009-04-01'),
  place('E06000057', 'Northumberland', 'unitary authority', NORTH_EAST, '2013-04-01'),
  place('E08000037', 'Gateshead', 'metropolitan district', NORTH_EAST, '2013-04-01'),
  place('E08000024', 'Sunderland', 'metropolitan district', NORTH_EAST, '1974-04-01'),
  place('E08000021', 'Newcastle upon Tyne', 'metropolitan district', NORTH_EAST, '1974-04-01'),
  place('E08000022', 'North Tyneside', 'metropolitan district', NORTH_EAST, '1974-04-01'),
  place('E08000023', 'South Tyneside', 'metropolitan district', NORTH_EAST, '1974-04-01'),
  place('E06000005', 'Darlington', 'unitary authority', TEES_VALLEY, '1997-04-01'),
  place('E06000001', 'Hartlepool', 'unitary authority', TEES_VALLEY, '1996-04-01'),
  place('E06000002', 'Middlesbrough', 'unitary authority', TEES_VALLEY, '1996-04-01'),
  place('E06000003', 'Redcar and Cleveland', 'unitary authority', TEES_VALLEY, '1996-04-01'),
  place('E06000004', 'Stockton-on-Tees', 'unitary authority', TEES_VALLEY, '1996-04-01'),
  place('E06000065', 'North Yorkshire', 'unitary authority', 'E12000003', '2023-04-01'),
  place('E06000063', 'Cumberland', 'unitary authority', 'E12000002', '2023-04-01'),
  place('E06000064', 'Westmorland and Furness', 'unitary authority', 'E12000002', '2023-04-01'),
  place('S12000026', 'Scottish Borders', 'council area', 'S92000003', '1996-04-01'),
  place('E06000019', 'Herefordshire', 'unitary authority', 'E12000005', '1998-04-01'),
]

const BORDERS: Readonly<Record<string, string>> = {
  E06000047: 'E06000057 E08000037 E08000024 E06000005 E06000004 E06000001 E06000065 E06000063 E06000064',
  E06000057: 'E08000037 E08000021 E08000022 E06000063 E06000064 S12000026',
  E08000037: 'E08000021 E08000024 E08000023',
  E08000024: 'E08000023',
  E08000021: 'E08000022 E08000023',
  E08000022: 'E08000023',
  E06000005: 'E06000004 E06000065',
  E06000004: 'E06000001 E06000002 E06000003 E06000065',
  E06000002: 'E06000003 E06000065',
  E06000003: 'E06000065',
  E06000065: 'E06000064',
  E06000063: 'E06000064 S12000026',
}

/** Localities that share a border (on land or along a river), both directions. */
export const neighbours: readonly (readonly [code: string, neighbour: string])[] = Object.entries(BORDERS).flatMap(
  ([code, others]) => others.split(' ').flatMap(other => [[code, other] as const, [other, code] as const]),
)
