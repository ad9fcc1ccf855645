import type { PlaceKey } from './texts/theme.js'

export type OfficePlace = PlaceKey | 'elsewhere'

export interface Town {
  place: OfficePlace
  /** Post town as people write it. */
  name: string
  outwards: readonly string[]
  /** How much of the place's companies sit here. */
  weight: number
}

export const placeCodes: Readonly<Record<PlaceKey, string>> = {
  durham: 'E06000047',
  northumberland: 'E06000057',
  gateshead: 'E08000037',
  sunderland: 'E08000024',
  herefordshire: 'E06000019',
}

const towns = (place: OfficePlace, list: string): Town[] =>
  list.split('|').map(entry => {
    const [name = '', outwards = '', weight = '1'] = entry.split(':')
    return { place, name, outwards: outwards.split(' '), weight: Number(weight) }
  })

/** Post towns with their outward codes and weights. */
export const townList: readonly Town[] = [
  ...towns(
    'durham',
    'Durham:DH1 DH6 DH7:9|Chester le Street:DH2 DH3:4|Consett:DH8:4|Stanley:DH9:4|Shildon:DL4:2|Newton Aycliffe:DL5:5|Barnard Castle:DL12:3|Bishop Auckland:DL13 DL14:6|Crook:DL15:3|Spennymoor:DL16:4|Ferryhill:DL17:2|Seaham:SR7:3|Peterlee:SR8:4|Wingate:TS28:1',
  ),
  ...towns(
    'northumberland',
    'Alnwick:NE66:3|Ashington:NE63:3|Bedlington:NE22:2|Berwick-Upon-Tweed:TD15:3|Blyth:NE24:5|Cramlington:NE23:4|Haltwhistle:NE49:1|Hexham:NE46 NE47 NE48:5|Morpeth:NE61 NE65:5|Prudhoe:NE42:2|Wooler:NE71:1|Corbridge:NE45:2',
  ),
  ...towns('gateshead', 'Gateshead:NE8 NE9 NE10 NE11:14|Blaydon-On-Tyne:NE21:3|Rowlands Gill:NE39:1|Ryton:NE40:1'),
  ...towns('sunderland', 'Sunderland:SR1 SR2 SR3 SR4 SR5 SR6:12|Washington:NE37 NE38:5|Houghton Le Spring:DH4 DH5:3'),
  ...towns('herefordshire', 'Hereford:HR1 HR4:1'),
  ...towns(
    'elsewhere',
    'Newcastle Upon Tyne:NE1 NE2 NE6:6|Darlington:DL1 DL3:3|Leeds:LS1 LS11:3|London:EC1V N1:4|Manchester:M1:2|Stockton-On-Tees:TS18:2|Carlisle:CA1:1|Edinburgh:EH1:1',
  ),
]

/** How the register writes one and the same county. */
export const countySpellings: Readonly<Record<OfficePlace, readonly string[]>> = {
  durham: ['County Durham', 'COUNTY DURHAM', 'Co. Durham', 'CO DURHAM', 'Durham', ''],
  northumberland: ['Northumberland', 'NORTHUMBERLAND', ''],
  gateshead: ['Tyne And Wear', 'TYNE & WEAR', 'Tyne and Wear', ''],
  sunderland: ['Tyne And Wear', 'TYNE & WEAR', 'Tyne and Wear', ''],
  herefordshire: ['Herefordshire'],
  elsewhere: [''],
}
