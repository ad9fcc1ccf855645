/** A code of a classification, with its parent and its title in our short words. */
export interface ClassificationCode {
  scheme: 'SIC 2007' | 'CPV 2008'
  code: string
  parent: string | null
  title: string
}

const SECTIONS: Readonly<Record<string, readonly [title: string, divisions: string]>> = {
  A: [
    'Agriculture, forestry and fishing',
    '01 Crop and animal production|02 Forestry and logging|03 Fishing and aquaculture',
  ],
  B: [
    'Mining and quarrying',
    '05 Mining of coal|06 Extraction of oil and gas|07 Mining of metal ores|08 Other mining and quarrying|09 Mining support services',
  ],
  C: [
    'Manufacturing',
    '10 Food products|11 Beverages|12 Tobacco products|13 Textiles|14 Clothing|15 Leather goods|16 Wood products|17 Paper products|18 Printing and recorded media|19 Coke and refined petroleum|20 Chemicals|21 Pharmaceuticals|22 Rubber and plastics|23 Glass, ceramics and other minerals|24 Basic metals|25 Fabricated metal products|26 Computers, electronics and optics|27 Electrical equipment|28 Machinery and equipment|29 Motor vehicles|30 Other transport equipment|31 Furniture|32 Other manufacturing|33 Repair and installation of machinery',
  ],
  D: ['Electricity, gas, steam and air conditioning supply', '35 Electricity, gas and steam'],
  E: [
    'Water supply, sewerage and waste',
    '36 Water supply|37 Sewerage|38 Waste collection and recovery|39 Remediation of land',
  ],
  F: ['Construction', '41 Construction of buildings|42 Civil engineering|43 Specialised construction'],
  G: ['Wholesale and retail trade', '45 Trade and repair of vehicles|46 Wholesale|47 Retail'],
  H: [
    'Transportation and storage',
    '49 Land transport|50 Water transport|51 Air transport|52 Warehousing and transport support|53 Post and couriers',
  ],
  I: ['Accommodation and food service', '55 Accommodation|56 Food and beverage service'],
  J: [
    'Information and communication',
    '58 Publishing|59 Film, video and sound|60 Broadcasting|61 Telecommunications|62 Computer programming and consultancy|63 Information services',
  ],
  K: [
    'Financial and insurance activities',
    '64 Financial services|65 Insurance and pensions|66 Auxiliary financial services',
  ],
  L: ['Real estate activities', '68 Real estate'],
  M: [
    'Professional, scientific and technical activities',
    '69 Legal and accounting|70 Head offices and management consultancy|71 Architecture and engineering|72 Research and development|73 Advertising and market research|74 Other professional activities|75 Veterinary activities',
  ],
  N: [
    'Administrative and support services',
    '77 Rental and leasing|78 Employment activities|79 Travel agencies|80 Security|81 Buildings and landscape services|82 Office support',
  ],
  O: ['Public administration and defence', '84 Public administration and defence'],
  P: ['Education', '85 Education'],
  Q: ['Human health and social work', '86 Human health|87 Residential care|88 Social work without accommodation'],
  R: [
    'Arts, entertainment and recreation',
    '90 Creative arts|91 Libraries, archives and museums|92 Gambling|93 Sports and recreation',
  ],
  S: [
    'Other services',
    '94 Membership organisations|95 Repair of computers and household goods|96 Other personal services',
  ],
  T: ['Households as employers', '97 Households as employers|98 Goods and services for own use'],
  U: ['Extraterritorial organisations', '99 Extraterritorial organisations'],
}

const CPV_DIVISIONS = `03 Agricultural, farming, fishing and forestry products|09 Petroleum products, fuel, electricity and energy|14 Mining and basic metals
15 Food, beverages and tobacco|16 Agricultural machinery|18 Clothing and footwear|19 Leather, textiles, plastic and rubber materials|22 Printed matter
24 Chemical products|30 Office and computing machinery|31 Electrical machinery and lighting|32 Radio, television and communication equipment
33 Medical equipment and pharmaceuticals|34 Transport equipment|35 Security, fire-fighting and defence equipment|37 Musical instruments, sports goods and toys
38 Laboratory and precision equipment|39 Furniture, appliances and cleaning products|41 Collected and purified water|42 Industrial machinery
43 Machinery for mining and construction|44 Construction structures and materials|45 Construction work|48 Software packages and information systems
50 Repair and maintenance services|51 Installation services|55 Hotel, restaurant and retail services|60 Transport services|63 Supporting transport services
64 Postal and telecommunications services|65 Public utilities|66 Financial and insurance services|70 Real estate services|71 Architectural and engineering services
72 IT services|73 Research and development services|75 Administration and social security services|76 Services for the oil and gas industry
77 Agricultural, forestry and horticultural services|79 Business services|80 Education and training services|85 Health and social work services
90 Sewage, refuse, cleaning and environmental services|92 Recreational, cultural and sporting services|98 Other community and personal services`

const split = (list: string): [code: string, title: string][] =>
  list.split(/[|\n]/).map(entry => [entry.slice(0, 2), entry.slice(3)])

/** Sections and divisions of SIC 2007, and divisions of CPV 2008. */
export const classificationCodes: readonly ClassificationCode[] = [
  ...Object.entries(SECTIONS).flatMap(([code, [title, divisions]]): ClassificationCode[] => [
    { scheme: 'SIC 2007', code, parent: null, title },
    ...split(divisions).map(
      ([division, name]): ClassificationCode => ({
        scheme: 'SIC 2007',
        code: division,
        parent: code,
        title: name,
      }),
    ),
  ]),
  ...split(CPV_DIVISIONS).map(
    ([code, title]): ClassificationCode => ({ scheme: 'CPV 2008', code, parent: null, title }),
  ),
]
