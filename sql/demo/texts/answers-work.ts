/** What organisations say that they do, by the title of the need that it answers. Each is said by one of them. */
export const answersWork: Readonly<Record<string, readonly string[]>> = {
  'School leavers who have never seen what is made here': [
    'Every pupil has real technical skills in hand before choosing the next step after school: we take fifteen-year-olds into firms that make trains, chips and buses.',
    'Young people choose local technical careers because they have tried them: workshop days and a working adult to ask, from thirteen to sixteen.',
    'School leavers see what is made in Newton Aycliffe and Spennymoor and start a technical apprenticeship.',
  ],
  'Retrofit skills for builders who work all day': [
    'Retrofit training that a sole trader can take in the evening and on the job, and that leads to certification for local builders.',
    'Local builders become certified for retrofit work and win the work of making homes warm in Sunderland.',
    'Evening training for small building firms in insulation and retrofit, without losing a week’s income.',
  ],
  'Passing on a trade before the last hand retires': [
    'Skilled machinists and pattern makers who retire soon pass on their trade at the bench to a young person, while the small workshop keeps earning.',
    'We place a young person beside the last hand in workshops with fewer than 25 staff, so critical skills are passed on.',
  ],
  'Adults who left school without maths': [
    'Adults learn numbers with hands and machines, close to home: measurements, percentages and charts that the new plants ask for on the first day.',
    'Maths for adults who left school without it, in Blyth and Cramlington, without a classroom.',
  ],
  'A first job for young people out of everything': [
    'Paid beginnings in real firms for young people who are in neither work nor learning, with somebody who stands beside both in the first weeks.',
    'Young adults out of work and learning hold a first paid job for six months with an employer we know.',
    'We find first employers in Southwick and Hendon for young people who have been on every course.',
  ],
  'Young people leaving care who start work alone': [
    'Young people who grew up in care keep their first job: employers and ordinary adults nearby are the people one can ring when the manager shouts.',
    'Care leavers have an adult nearby to ring for as long as it takes, and stay in their apprenticeship.',
  ],
  'Summer that leads somewhere': [
    'Young people on the coast piece together a whole year of paid work: seasonal employers share good staff with firms that have winter work.',
  ],
  'Young parents who want to work mornings': [
    'Young parents who want to work four mornings and employers who cannot fill those hours find each other, with childcare as part of the answer.',
    'Morning work for parents under 25 near the nursery in Leam Lane and Wardley.',
  ],
  'Local makers in the supply chains of large plants': [
    'Precision workshops with free capacity make parts, tooling and electronics for large plants nearby; one audit counts for all buyers in the supply chain.',
    'Parts and tooling for advanced manufacturing plants in Newton Aycliffe, made within ten miles by small firms with free capacity.',
    'We tell buyers of large plants which small manufacturers nearby can make what to which standard.',
  ],
  'Electricity that small factories can plan with': [
    'Owners of small factories see what each machine uses in electricity, presses, ovens and compressors, and change it without stopping production.',
    'Less electricity per part for manufacturers under fifty staff: we study compressors and ovens and show the cause behind the bill.',
    'Electricity of small manufacturers in Washington measured machine by machine.',
  ],
  'Offcuts of one firm as material of the next': [
    'Clean offcuts of aluminium, plastics and timber find their next maker within a few miles on the estate, in quality both sides trust.',
    'We buy small, irregular quantities of clean plastic and metal offcuts on Team Valley and sell them to a neighbour as material.',
  ],
  'From motor parts to something new': [
    'Suppliers of combustion-engine parts find new products: trials, partners and first orders in rail and energy beside the old product.',
    'Castings and pressings for rail and medical customers from firms that made parts for engines.',
  ],
  'Childcare before the early shift': [
    'Childcare at six for parents on early and late shifts: early places that factories, wards and depots share and pay for.',
    'Childminders in Peterlee and Newton Aycliffe who open before seven, so parents on shifts need not give up the better job.',
    'Early places before the nursery opens, at the hours at which people really work.',
  ],
  'A nursery place for a child who needs more': [
    'Training, cover and equipment that move with a disabled child from nursery to nursery, so that children with tubes or seizures are not turned down.',
    'Children with disabilities go to the same nursery as their neighbours: our staff cover what a nursery cannot handle.',
    'Nurseries borrow our trained helper for a child with a tube feed or challenging behaviour.',
  ],
  'Minding children in villages with eight of them': [
    'Childcare in small villages with eight children: we use the buildings that are there and give the childminder a proper income.',
  ],
  'Doing what must be done online, without being online': [
    'Digital inclusion where things get done: adults who do not use the internet claim, book and pay with us, safely and with dignity, whether or not they learn.',
    'We send forms and codes for people who do not use the internet, so that nobody hands passwords to a neighbour.',
    'Patient help in libraries for adults who must do rent, benefits and appointments online.',
  ],
  'Homework in the car park': [
    'Pupils get a line and a device at home that work and last longer than a grant, and nobody is singled out.',
    'Laptops mended and children connected at home in Peterlee, so homework set online is not done in a car park.',
  ],
  'The last farms without a line': [
    'The last homes and farms in remote valleys connected by radio where fibre stops, in a way that people there look after themselves.',
    'A line good enough for a video appointment at the last farm of Kielder and the College Valley.',
  ],
  'Council letters and forms that people understand': [
    'Council letters and forms tried out with residents who are tired, worried or read little English, until they are understood the first time.',
    'We rewrite letters of a council so that fewer residents call because they have had a letter they did not understand.',
  ],
  'Beyond the food parcel': [
    'Families who go short of food buy good food with choice and without shame: a member shop instead of a food bank, with cooking and debt advice.',
    'Beyond the food bank: good food from local growers, cooking skills and help with debts for families who run short.',
  ],
  'School dinners from nearby fields': [
    'Fresh local food from nine farms gathered, prepared and delivered to small school kitchens on time, within the price of a school meal.',
    'Growers nearby sell small amounts to small schools through our one order.',
  ],
  'A hot meal and a familiar face': [
    'A proper hot meal and a moment’s company every day for older people who cannot cook; we notice when they stop eating.',
    'Meals on wheels again in Ryhope and Silksworth: people who cannot cook eat well and are seen by a familiar face.',
  ],
  'Full stomachs in the holidays': [
    'Children eat together in the holidays, near home and without a label, in the thirteen weeks when school meals stop.',
    'Holiday clubs with a cooked meal for children in Felling and Deckham, open to all so that no family is marked out.',
  ],
}
