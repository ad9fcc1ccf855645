/** What organisations say that they do, by the title of the need that it answers. Each is said by one of them. */
export const answersCare: Readonly<Record<string, readonly string[]>> = {
  'Visits that notice decline early, for people living alone in the dales': [
    'Our visiting carers notice a slow decline of older people living alone and pass it on before it becomes an emergency.',
    'Home-care staff who know the person notice small changes and slow decline of people living alone, weeks before a hospital door, without more visits.',
  ],
  'Care rounds that reach farms at the end of the road': [
    'Care packages in the upper valleys of Coquetdale and the Cheviots: a carer who lives in the valley starts on time, also at the last farm.',
    'We take on care packages that agencies hand back because of the drive, and carers make a living in the valley where they live.',
  ],
  'Evening care that keeps people at home on Wearside': [
    'Evening care between seven and eleven: people are helped to bed when they want, not in daylight, and nobody moves to a care home for want of an evening carer.',
    'Evening rounds on Wearside staffed by carers who want the hours from seven to eleven; the last visit of the day is never at half past six.',
    'Night and evening carers in Southwick and Monkwearmouth who help people to bed and keep them out of residential care.',
  ],
  'A carer’s small observation reaches the surgery': [
    'What care staff see at home, who eats less, walks worse or sleeps in the chair, reaches the practice nurse the same day, without more paperwork for carers.',
    'A short form by telephone lets care staff tell the surgery of a concern within one working day, in words a busy practice nurse can act on.',
  ],
  'Older people in former pit villages who see nobody from one week to the next': [
    'Older people in pit villages who lost contact after a bereavement or a hospital stay get regular company and a place in village life.',
    'We end social isolation of older people living alone in the coast villages: company that lasts, at the club, the band and the table, and somebody who would notice.',
    'Village connectors in Horden and Easington bring older people who are cut off to regular company before they arrive at the surgery in crisis.',
  ],
  'Company for people recently bereaved': [
    'Somebody kind who calls three weeks after the funeral, when help stops, and goes along to somewhere that is not about grief.',
    'We work with registrars, chapels and surgeries so that people who lost a partner are asked at the right time and are not left alone in the first year.',
  ],
  'Men over fifty who live alone in the west end': [
    'Sheds, a band and allotments for men over fifty who live alone and do not join groups or answer letters; most who come stay.',
    'Men living alone in Bensham and Teams have an allotment to get up for and somebody who expects them.',
  ],
  'Neighbours who would help if they knew how': [
    'People who offer to look in on a neighbour are asked, trained and covered, so that neighbours have regular contact without turning into a service.',
  ],
  'The first year after a dementia diagnosis': [
    'One person who knows the family accompanies the first year after a dementia diagnosis, from the day of the diagnosis, whatever the waiting list of the clinic.',
    'Families have a named contact within two weeks of a dementia diagnosis and know what to do next and whom to ring.',
    'After the diagnosis we stay: months of help for families who cope alone with dementia, before the first crisis brings an ambulance.',
  ],
  'Walking safely in a town one has always known': [
    'Shops, streets and neighbours in Houghton and Hetton bring people with dementia home without fuss, so that they go on walking where they always walked.',
    'People with dementia walk in town with a companion who knows the way home, and their families are less afraid.',
  ],
  'A night’s sleep for those who care for someone with dementia': [
    'Night sitters let family carers of people with dementia sleep through, while the person stays at home among familiar things.',
    'Rest for carers at night: a sitter whom the person with dementia knows is awake at three in the morning, so the family sleeps.',
    'We offer respite at home, not beds far away, so that carers have one unbroken night of sleep a week.',
  ],
  'Wards where confused patients settle': [
    'Music, familiar voices and daylight on the ward: patients with dementia are calm enough to eat, sleep and go home sooner.',
    'Singers and companions trained for hospital wards bring calm to confused patients, with less distress and less sedation.',
  ],
  'Children who look after a parent, before school notices': [
    'Young carers who get a parent up, cook and fetch medicine have one adult who knows, help at home that takes a task away, and a Saturday that is theirs.',
    'We find children who look after a parent before school notices that they are late and tired, and give each one trusted adult.',
    'Saturdays for children and young people who care for a relative, with homework and a meal, in Stanley and Annfield Plain.',
  ],
  'Keeping a job while caring for a parent': [
    'We help employers plan a shift around caring for a parent, so that skilled workers between fifty and sixty stay in their jobs, also in firms without a personnel department.',
    'Working people who care for a relative stay in their jobs: we sit down with employer and family and plan care and work together.',
  ],
  'Telling the story once': [
    'A family carer gives the facts once, with consent, and the council, the surgery, the hospital and the pension office each have them.',
    'We fill in one assessment with unpaid carers and it travels to every office that has to decide, so nobody asks the same thirty questions.',
  ],
  'Finding carers who do not use the word': [
    'Pharmacists, hairdressers and bus drivers in Hendon help us find people who look after a husband or mother and would never call themselves carers.',
  ],
  'Home on the day one is fit to go home': [
    'People who are well enough leave hospital the same day: we bring the bed downstairs, find the key and meet them at home, seven days a week.',
    'Small things that hold up large ones: a key safe, a rail, a bed moved within hours so that people who are medically fit leave hospital.',
    'Our drivers and joiners work seven days a week so that nobody who is fit waits in a hospital bed for a key or a rail.',
  ],
  'The first weekend after hospital': [
    'People sent home on a Friday are seen by Saturday noon: heating on, medicine sorted, and a call on Sunday, before support begins on Monday.',
    'We cover the first two days at home after a Friday discharge, when people fall, miss their medicine or sit in a cold house.',
  ],
  'Strength regained at home, not lost in bed': [
    'Older people regain strength at home after a hospital stay, with exercises done in company and a physiotherapist who advises by telephone in the upper valleys.',
    'Physiotherapists who drive to the upper valleys and neighbours who do the exercises together, so people walk as well four weeks after a hospital stay as before.',
  ],
  'Back, knee and shoulder pain that ends working lives': [
    'People out of work through back, knee and shoulder pain get treatment and employment advice together, in one building, early and close to home.',
    'Help with pain and work in one place: we treat long-term pain in joints and back and tell employers what they can offer.',
    'In the former coalfield we see people with back pain early and help them keep or find work they can do.',
  ],
  'Small firms that would keep a sick worker on': [
    'Occupational health that a small firm of twelve can afford and a worker can trust: advice on the sick note, hours and a return within three months.',
    'We help small employers and employees who fall ill find the way back to work before they drift out of employment.',
  ],
  'Work after cancer treatment': [
    'People who finish cancer treatment return to work at a pace that suits them, and their managers learn what to say in the first year back.',
  ],
  'A way into work for people who have been ill for years': [
    'People who have been ill for years try four hours of work a week with a companion, without fear for benefits or the rent.',
    'Clear advice on benefits and places where people on long-term sickness can safely try work, in Pallion and Ford.',
    'We find employers where people who have been ill for three years may try a few hours first.',
  ],
  'Help while families wait for the child mental health team': [
    'Something useful begins within two weeks of asking while families wait for a specialist: children, parents and teachers join in near home.',
    'Groups for worried children and young people in Peterlee and Seaham while they wait a year or more for the mental health team.',
    'Families who wait for help with a child get it within two weeks, so that children do not get worse while they wait.',
  ],
  'Young farmers who say they are fine': [
    'Vets, feed merchants and auctioneers who already call at the farm learn from us what to say to farming people who are struggling and where to turn.',
  ],
  'Pupils who no longer go to school': [
    'Pupils who stay away from school because of anxiety return at their own pace: learning begins at home, moves to a small group and ends in a classroom.',
    'We bring back pupils with severe absence, from the bedroom to a small group, without fines.',
  ],
}
