/** What organisations say that they do, by the title of the need that it answers. Each is said by one of them. */
export const answersPlaces: Readonly<Record<string, readonly string[]>> = {
  'Getting to a nine o’clock clinic from the upper dale': [
    'People in the upper dale reach morning appointments and come home the same day, in seats of cars and taxis that already travel.',
  ],
  'Apprentices and late shifts after the last bus': [
    'Evening buses for apprentices and shift workers after the last bus, between the business park and villages in Teesdale, so that young people keep their apprenticeships.',
  ],
  'One journey where there are now three tickets': [
    'Connections between three companies that meet at one stop: we make a journey with a change of bus or train hold, and tell passengers when a connection will fail.',
  ],
  'Going home from a night shift without fear': [
    'A shared way home for night shifts: cleaners, carers and warehouse workers get home safely after midnight, and firms and workers both pay a little.',
  ],
  'Road defects found before they break an axle': [
    'The state of every unclassified road is known each week: vehicles that pass every house find defects before they cause damage, and residents’ reports count in the same list.',
    'We find and mend road defects before frost opens them, at a lower cost per mile, on unclassified roads in the west of the county.',
  ],
  'Repairs that last more than a winter': [
    'Materials and methods for narrow upland lanes in hard frost: a mended lane stays mended for three winters, and we show honest evidence of how long repairs last.',
    'Our gangs drain the lane before they fill the hole, so water stays out from under the patch and the repair lasts.',
  ],
  'Pavements that people with sticks and prams can use': [
    'Pavements surveyed on foot, street by street: lifted flags, missing kerbs and parked vans that keep older people and parents with prams indoors.',
    'We know the walking network of a town and mend the worst stretch on the way to a surgery or a shop first.',
  ],
  'Gritting where it is icy, not where it is Tuesday': [
    'Roads treated when and where they freeze: sensors read the temperature of the road itself, street by street, and gritting uses less salt.',
    'Lighter gritter bodies and routes by road temperature, so that salt goes on the bank and not into the valley.',
  ],
  'Children who cough because the house is damp': [
    'Old terraces with wet walls made dry and warm, whoever owns them: we ask why the house is damp, and fewer children cough.',
    'Homes with small children in Horden and Easington Colliery: we treat damp at its cause so that homes hold heat and stay dry.',
    'Damp streets of old terraces mended house by house, rent or owned, and children with chest illness first.',
  ],
  'Stone farmhouses that eat the pension': [
    'Heat kept in old stone homes off the gas grid: insulation that suits solid walls, so that older people in the valleys have more than one warm room.',
    'We drive out for a single farmhouse: solid-walled homes in North Tyne and Redesdale made warm on a small budget.',
  ],
  'Knowing which homes are going damp': [
    'Landlords know early which homes are getting damp and cold, before a tenant has to complain, and repairs treat the cause.',
    'Readings of temperature and moisture in social homes show which are going damp, used to help tenants and not to blame them.',
    'We survey homes of those who complain least and deal with damp before a tenant has to ask.',
  ],
  'Small landlords who would mend if they could': [
    'Landlords with one or two Tyneside flats get the work done flat by flat with the tenant still at home: advice they trust, builders we know.',
    'We bring small landlords, tenants and builders together so that privately rented flats become warm and dry.',
  ],
  'Village halls that cannot afford to switch the heating on': [
    'Village halls stay open and warm all winter: heating that costs no more than lettings earn, with no technical work for committees of volunteers.',
    'We help volunteers who run a village hall cut what it costs to heat, so that groups still meet in November.',
    'Heating for village halls in Teesdale and Derwentside: warm for those who use them, cold when empty.',
  ],
  'Somewhere warm and lit when a storm takes the power': [
    'One building in each valley keeps running for three days after a power cut, with heat, light and a telephone, looked after by local people.',
    'After a storm our batteries give a hall heat and light within an hour of a power cut, known to every farm in the valley.',
  ],
  'Schools and pools that heat the sky': [
    'Schools, pools and libraries use a third less energy: caretakers see and steer what each building uses, without an expert on site.',
    'Controls in public buildings set right with the caretakers who fight them with open windows.',
    'We show caretakers of schools and pools what each building uses in energy and how to steer it.',
  ],
  'A mine full of warm water under cold houses': [
    'Heat from flooded mine workings below estates: water at fifteen degrees is pumped and its heat reaches homes, shops and a school.',
  ],
  'Warning for small becks that rise in half an hour': [
    'Early warning for small becks that rise in half an hour: works in frost and without mobile signal, and wardens get up at night because they trust it.',
    'Households and shops beside small streams have thirty minutes to act before water enters: gauges read by neighbours and wardens.',
  ],
  'Slowing the water above the village': [
    'Farmers above the village hold water back on poor ground: we design, pay and answer for ponds that slow the flow on private land.',
    'Ponds and leaky dams on farms lower the peak of small floods in the village and can be measured.',
  ],
  'Back in the house within weeks of a flood': [
    'Flooded homes dried and repaired within eight weeks: one team instead of insurers, builders and drying firms who wait for each other, and plaster that is ready for another flood.',
    'Families are home again weeks after a flood, in a house that is less damaged the next time.',
  ],
  'Drains that are cleared before the cloudburst': [
    'Gullies that matter are emptied first: we know before the rain which drains are full of silt and leaves and which streets would flood.',
    'Crews go to blocked gullies before the cloudburst, not round a fixed tour of sixty thousand.',
  ],
  'A high street with a reason to come': [
    'Empty shops in smaller town centres used again: things are made, learned, mended and shared, so that people have a reason to come and stay.',
    'We fill a quarter of the empty shops of a high street with makers and repairers, and people come for more than shopping.',
  ],
  'Rooms above shops that nobody has entered since 1985': [
    'Empty upper floors above shops turned into homes, one terrace at a time, with the shop open below: stairs, wiring and lenders included.',
    'We turn rooms above shops in town centres into small homes that builders and lenders can repeat.',
    'Upper floors above shops made into homes in Consett and Spennymoor.',
  ],
  'Trying out a shop without risking the house': [
    'Would-be traders try out a shop in the town centre at a risk they can bear, without a ten-year lease or a personal guarantee, and landlords gain.',
    'Small, shared beginnings for a baker with a market stall: try a shop for a month, no lease signed.',
  ],
  'A town square where young people are welcome': [
    'Evening life in the town square that young people help to run: teenagers have somewhere to be and shopkeepers feel safe.',
  ],
  'Good furniture that goes into the crusher': [
    'Furniture and appliances in good order caught before the crusher at recycling sites, mended, and brought to families who sleep on the floor.',
    'Usable sofas, cots and cookers reach homes that lack them instead of the tip: we collect, mend and deliver.',
    'At the gate of the tip we take usable furniture and appliances for households without basic furniture.',
  ],
  'Repair as an everyday habit': [
    'Household things mended nearby on every day of the week, at a price below that of a new one, by old hands who teach the trade.',
    'A repair shop that is open when people need it, pays its way and teaches young people to mend.',
  ],
  'Nappies, pads and other things that cannot be recycled': [
    'Nappies and pads collected, washed and dried for families who lack a place to dry them and for care homes that lack the time.',
  ],
  'Food waste from flats': [
    'Food waste from flats collected cleanly: caretakers are asked first, bins do not smell and households take part with little effort.',
    'Weekly collection of food waste in tower blocks and flats above shops, as easy as for those with a drive.',
  ],
}
