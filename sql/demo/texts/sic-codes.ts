/** Codes of SIC 2007 that the made companies use, by section: five digits and the register's title. */
const BY_SECTION: Readonly<Record<string, string>> = {
  A: '01130 Growing of vegetables and melons, roots and tubers|01110 Growing of cereals (except rice), leguminous crops and oil seeds|01410 Raising of dairy cattle|01450 Raising of sheep and goats|01500 Mixed farming|02100 Silviculture and other forestry activities',
  C: "10710 Manufacture of bread; manufacture of fresh pastry goods and cakes|10890 Manufacture of other food products n.e.c.|11050 Manufacture of beer|13920 Manufacture of made-up textile articles, except apparel|16230 Manufacture of other builders' carpentry and joinery|18129 Printing n.e.c.|20590 Manufacture of other chemical products n.e.c.|22290 Manufacture of other plastic products|23700 Cutting, shaping and finishing of stone|24510 Casting of iron|25110 Manufacture of metal structures and parts of structures|25620 Machining|25730 Manufacture of tools|25990 Manufacture of other fabricated metal products n.e.c.|26110 Manufacture of electronic components|26511 Manufacture of electronic measuring, testing etc. equipment, not for industrial process control|27120 Manufacture of electricity distribution and control apparatus|28290 Manufacture of other general-purpose machinery n.e.c.|28990 Manufacture of other special-purpose machinery n.e.c.|29320 Manufacture of other parts and accessories for motor vehicles|30200 Manufacture of railway locomotives and rolling stock|31090 Manufacture of other furniture|32500 Manufacture of medical and dental instruments and supplies|33120 Repair of machinery",
  D: '35110 Production of electricity|35140 Trade of electricity',
  E: '38110 Collection of non-hazardous waste|38320 Recovery of sorted materials',
  F: '41100 Development of building projects|41202 Construction of domestic buildings|42110 Construction of roads and motorways|42910 Construction of water projects|43210 Electrical installation|43220 Plumbing, heat and air-conditioning installation|43290 Other construction installation|43320 Joinery installation|43341 Painting|43910 Roofing activities|43999 Other specialised construction activities n.e.c.',
  G: '45112 Sale of used cars and light motor vehicles|45200 Maintenance and repair of motor vehicles|46390 Non-specialised wholesale of food, beverages and tobacco|46900 Non-specialised wholesale trade|47110 Retail sale in non-specialised stores with food, beverages or tobacco predominating|47190 Other retail sale in non-specialised stores|47290 Other retail sale of food in specialised stores|47710 Retail sale of clothing in specialised stores|47799 Retail sale of other second-hand goods in stores (not incl. antiques)|47910 Retail sale via mail order houses or via Internet',
  H: '49320 Taxi operation|49390 Other passenger land transport|49410 Freight transport by road|52103 Operation of warehousing and storage facilities for land transport activities|53202 Unlicensed carrier',
  I: '55100 Hotels and similar accommodation|55209 Other holiday and other collective accommodation|56101 Licensed restaurants|56103 Take-away food shops and mobile food stands|56210 Event catering activities|56290 Other food services|56302 Public houses and bars',
  J: '58190 Other publishing activities|59111 Motion picture production activities|61900 Other telecommunications activities|62012 Business and domestic software development|62020 Information technology consultancy activities|63110 Data processing, hosting and related activities',
  K: '64999 Financial intermediation not elsewhere classified|66220 Activities of insurance agents and brokers',
  L: '68100 Buying and selling of own real estate|68209 Other letting and operating of own or leased real estate|68320 Management of real estate on a fee or contract basis',
  M: '69201 Accounting and auditing activities|70229 Management consultancy activities other than financial management|71111 Architectural activities|71122 Engineering related scientific and technical consulting activities|71129 Other engineering activities|72190 Other research and experimental development on natural sciences and engineering|73110 Advertising agencies|74100 Specialised design activities|74300 Translation and interpretation activities|74909 Other professional, scientific and technical activities n.e.c.',
  N: '77110 Renting and leasing of cars and light motor vehicles|78109 Other activities of employment placement agencies|78200 Temporary employment agency activities|81210 General cleaning of buildings|81300 Landscape service activities|82990 Other business support service activities n.e.c.',
  P: '85100 Pre-primary education|85320 Technical and vocational secondary education|85510 Sports and recreation education|85590 Other education n.e.c.|85600 Educational support services',
  Q: '86220 Specialists medical practice activities|86900 Other human health activities|87200 Residential care activities for learning difficulties, mental health and substance abuse|87300 Residential care activities for the elderly and disabled|88100 Social work activities without accommodation for the elderly and disabled|88910 Child day-care activities|88990 Other social work activities without accommodation n.e.c.',
  R: '90030 Artistic creation|91020 Museums activities|93110 Operation of sports facilities|93130 Fitness facilities',
  S: '94990 Activities of other membership organizations n.e.c.|95240 Repair of furniture and home furnishings|96020 Hairdressing and other beauty treatment|96090 Other service activities n.e.c.',
}

/** Texts as the register writes them ("62020 - Information technology consultancy activities"), by section. */
export const sicBySection: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(BY_SECTION).map(([section, list]) => [section, list.split('|').map(one => one.replace(' ', ' - '))]),
)

const byCode = new Map(
  Object.values(sicBySection)
    .flat()
    .map(text => [text.slice(0, 5), text]),
)

/** The register's text for a code. Throws when the list above lacks it. */
export function sicText(code: string): string {
  const text = byCode.get(code)
  if (!text) throw new Error(`No title for industry code ${code}`)
  return text
}
