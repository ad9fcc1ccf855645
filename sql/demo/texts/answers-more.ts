/** More statements for the needs that many can meet: supply is thick in some fields and thin in others. */
export const answersMore: Readonly<Record<string, readonly string[]>> = {
  'Visits that notice decline early, for people living alone in the dales': [
    'Short home-care visits in Teesdale, rarely by another face: our staff see small changes in people over 75 living alone and tell whom the person decides, before an emergency.',
    'Carers in Weardale notice decline weeks before a hospital door; a person’s slow change is written down at home and passed on.',
  ],
  'Older people in former pit villages who see nobody from one week to the next': [
    'Older people living alone who turned up at the surgery instead of seeing people: we bring them company, the band and the club, and village life again.',
    'Regular company for older people after a bereavement, and a call when somebody did not open the door, in pit villages of the coast.',
  ],
  'Home on the day one is fit to go home': [
    'Hospital to home the same day for people who are well enough: somebody meets them, in every village, seven days a week.',
    'We do small things within hours so that people leave hospital when they are fit: bed downstairs, key, shopping, heating.',
  ],
  'Back, knee and shoulder pain that ends working lives': [
    'Adults out of work through illness with back, knee and shoulder pain are helped early, close to home, and employers learn what they can offer.',
    'Treatment of joints and back with employment advice for people out of work with long-term pain in coalfield wards.',
  ],
  'Children who cough because the house is damp': [
    'Terraces with the wettest walls: we make homes dry for small children, in rent as in ownership, and ask why before any grant is spent.',
    'Healthier children in homes that stay dry: damp terraces repaired street by street with the families at home.',
    'Wet walls in old terraces of Blackhall and Horden mended for good; homes with small children hold heat again.',
  ],
  'Village halls that cannot afford to switch the heating on': [
    'We cut what it costs to heat a village hall below what it earns, so that groups meet all winter and volunteers are spared technical work.',
    'Warm village halls all winter for those who use them, in lots that small committees of volunteers can afford.',
  ],
  'Local makers in the supply chains of large plants': [
    'Advanced manufacturing parts and electronics made within ten miles of the plants, to the standard that buyers across Europe ask for.',
    'Small manufacturers nearby with free capacity in precision workshops: tooling and parts for large plants and their supply chains.',
  ],
  'School leavers who have never seen what is made here': [
    'Pupils aged 13 to 16 meet employers and have technical skills in hand before choosing the next step; most then name a firm that makes things here.',
    'Careers that pupils have tried: an apprenticeship week in firms of the county that make motors, trains and chips.',
  ],
  'Childcare before the early shift': [
    'Parents on early and late shifts have childcare they can rely on: places before seven in the morning near factories, wards and depots.',
    'Reliable childcare at six in the morning for parents who work shifts in Peterlee.',
  ],
  'Warning for small becks that rise in half an hour': [
    'Villages with wardens get warning for small becks: information in thirty minutes, in frost and without mobile signal.',
    'People beside small streams are woken at night in time: early warning that local people trust, for becks on nobody’s list.',
  ],
  'Good furniture that goes into the crusher': [
    'Sofas, cots and cookers in good order are handed on: families without basic furniture get usable goods before they reach the crusher.',
    'Furniture mended and brought to homes that lack it, caught at the recycling site before the crusher.',
  ],
  'A high street with a reason to come': [
    'Town centres used every day again, for more than shopping: empty shops where things are mended, learned and shared.',
    'A reason to come and stay in a smaller town centre: we open empty shops for making and learning.',
  ],
  'Road defects found before they break an axle': [
    'Road defects found on unclassified roads before frost and damage: vehicles that pass weekly, residents’ reports in one list, and a lower cost per mile.',
  ],
  'Beyond the food parcel': [
    'Families buy good food with choice and without shame, grown nearby, and leave food banks behind.',
    'Food poverty met with choice: families who go short buy good food from local growers and learn cooking skills.',
  ],
  'A first job for young people out of everything': [
    'Paid first jobs in real firms for young adults who are in neither work nor learning; we stand beside employer and beginner in the first weeks.',
  ],
  'Electricity that small factories can plan with': [
    'Small factories and their electricity: machines, presses and compressors set so that each part takes less, without stopping production.',
  ],
  'Doing what must be done online, without being online': [
    'Adults who do not use the internet claim, book and pay reliably: digital inclusion with a person beside them, safely and with dignity.',
    'Forms for rent, benefits, parking and appointments done with those who never will use the internet.',
  ],
  'Help while families wait for the child mental health team': [
    'Children and young people who wait for a specialist get something useful within two weeks, with parents and teachers, near home.',
  ],
  'Rooms above shops that nobody has entered since 1985': [
    'Upper floors above shops become homes while the shop stays open below: repeatable stairs and wiring for one terrace at a time.',
  ],
  'A hot meal and a familiar face': [
    'Hot meals for people who cannot cook, with a moment’s company, at a price that covers most of the cost, in Ryhope.',
  ],
  'The first year after a dementia diagnosis': [
    'Between dementia diagnosis and first help we accompany families: one person who knows them, from the first month.',
  ],
  'Young people leaving care who start work alone': [
    'Young people leaving care and their employers can ring us when the boiler fails or the manager shouts, so that the first job is kept.',
  ],
}
