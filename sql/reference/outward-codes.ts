/** First halves of postcodes: code, latitude, longitude, per locality. Rough centres of our own, to two decimals. */
const BY_PLACE: Readonly<Record<string, string>> = {
  // County Durham
  E06000047: `DH1 54.78 -1.57, DH2 54.85 -1.59, DH3 54.87 -1.57, DH6 54.75 -1.44, DH7 54.77 -1.68, DH8 54.85 -1.85, DH9 54.87 -1.70,
    DL4 54.63 -1.65, DL5 54.61 -1.58, DL12 54.56 -1.97, DL13 54.74 -1.95, DL14 54.65 -1.69, DL15 54.72 -1.75, DL16 54.70 -1.60,
    DL17 54.69 -1.55, SR7 54.84 -1.35, SR8 54.76 -1.33, TS21 54.65 -1.44, TS27 54.73 -1.28, TS28 54.72 -1.38, TS29 54.71 -1.42`,
  // Sunderland
  E08000024: `DH4 54.85 -1.49, DH5 54.83 -1.46, SR1 54.91 -1.38, SR2 54.89 -1.38, SR3 54.87 -1.41, SR4 54.90 -1.42, SR5 54.92 -1.42,
    SR6 54.94 -1.38, NE37 54.91 -1.53, NE38 54.89 -1.53`,
  // Gateshead
  E08000037: `NE8 54.95 -1.61, NE9 54.93 -1.58, NE10 54.95 -1.54, NE11 54.94 -1.64, NE16 54.93 -1.69, NE17 54.91 -1.79, NE21 54.96 -1.72,
    NE39 54.92 -1.75, NE40 54.97 -1.77`,
  // Northumberland
  E06000057: `NE18 55.04 -1.88, NE19 55.20 -2.11, NE20 55.06 -1.76, NE22 55.13 -1.60, NE23 55.08 -1.58, NE24 55.12 -1.53, NE41 54.98 -1.82,
    NE42 54.96 -1.86, NE43 54.95 -1.92, NE44 54.94 -1.98, NE45 54.98 -2.02, NE46 54.97 -2.10, NE47 54.92 -2.26, NE48 55.15 -2.27,
    NE49 54.97 -2.46, NE61 55.18 -1.72, NE62 55.15 -1.61, NE63 55.18 -1.57, NE64 55.19 -1.52, NE65 55.31 -1.78, NE66 55.42 -1.74,
    NE67 55.54 -1.70, NE68 55.58 -1.66, NE69 55.60 -1.71, NE70 55.59 -1.83, NE71 55.56 -2.05, TD15 55.75 -2.01`,
  // Newcastle upon Tyne
  E08000021: `NE1 54.97 -1.61, NE2 54.98 -1.60, NE3 55.01 -1.62, NE4 54.97 -1.64, NE5 54.99 -1.69, NE6 54.98 -1.57, NE7 55.00 -1.58,
    NE13 55.04 -1.63, NE15 54.98 -1.73`,
  // North Tyneside
  E08000022: `NE12 55.02 -1.56, NE25 55.05 -1.47, NE26 55.05 -1.45, NE27 55.03 -1.52, NE28 55.00 -1.52, NE29 55.01 -1.46, NE30 55.02 -1.43`,
  // South Tyneside
  E08000023: `NE31 54.97 -1.51, NE32 54.97 -1.49, NE33 54.99 -1.43, NE34 54.97 -1.42, NE35 54.95 -1.46, NE36 54.95 -1.44`,
  // Darlington
  E06000005: `DL1 54.53 -1.54, DL2 54.51 -1.62, DL3 54.53 -1.58`,
  // North Yorkshire
  E06000065: `DL6 54.36 -1.43, DL7 54.33 -1.46, DL8 54.31 -1.90, DL9 54.38 -1.71, DL10 54.41 -1.72, DL11 54.41 -1.95, TS9 54.47 -1.19`,
  // Middlesbrough
  E06000002: `TS1 54.57 -1.24, TS2 54.58 -1.24, TS3 54.57 -1.20, TS4 54.56 -1.22, TS5 54.55 -1.25, TS7 54.53 -1.18, TS8 54.51 -1.22`,
  // Redcar and Cleveland
  E06000003: `TS6 54.57 -1.15, TS10 54.61 -1.06, TS11 54.58 -1.02, TS12 54.56 -0.97, TS13 54.56 -0.83, TS14 54.53 -1.05`,
  // Stockton-on-Tees
  E06000004: `TS15 54.50 -1.35, TS16 54.52 -1.35, TS17 54.54 -1.30, TS18 54.56 -1.31, TS19 54.57 -1.34, TS20 54.59 -1.30, TS22 54.62 -1.33,
    TS23 54.61 -1.28`,
  // Hartlepool
  E06000001: `TS24 54.69 -1.20, TS25 54.66 -1.21, TS26 54.68 -1.24`,
  // Scottish Borders
  S12000026: `TD1 55.62 -2.83, TD2 55.72 -2.75, TD3 55.68 -2.56, TD4 55.63 -2.67, TD5 55.59 -2.43, TD6 55.59 -2.72, TD7 55.54 -2.86,
    TD8 55.47 -2.54, TD9 55.42 -2.78, TD10 55.71 -2.45, TD11 55.79 -2.32, TD12 55.64 -2.22, TD13 55.92 -2.36, TD14 55.87 -2.10`,
  // Herefordshire
  E06000019: `HR1 52.07 -2.68, HR2 52.02 -2.77, HR3 52.09 -3.08, HR4 52.08 -2.77, HR5 52.20 -3.02, HR6 52.23 -2.74, HR7 52.18 -2.50,
    HR8 52.05 -2.44, HR9 51.91 -2.58`,
}

export interface OutwardCode {
  code: string
  locality: string
  latitude: number
  longitude: number
}

/** Where a code crosses a border it stands with the place that holds most of it. */
export const outwardCodes: readonly OutwardCode[] = Object.entries(BY_PLACE).flatMap(([locality, list]) =>
  list.split(',').map(entry => {
    const [code = '', latitude, longitude] = entry.trim().split(' ')
    return { code, locality, latitude: Number(latitude), longitude: Number(longitude) }
  }),
)
