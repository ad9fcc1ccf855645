/** First and second halves of place-like names that stand on no map, so that no made company is a real one. */
export const firstHalves =
  'Cushat Fettle Hopple Keeler Lonnen Peesweep Corbie Tallow Sleeper Wagtail Cinder Whinny Staithe Linnet Marra Bracken Otter Kettle Copper Plover Heron Larkspur Juniper Gannet Tansy Thrush Curlew Bobbin Shuttle Candle Lantern Harrow Saddle Bellows Anvil Ripple Teasel Sorrel Yarrow Dipper Siskin Merlin Badger Velvet Pewter'.split(
    ' ',
  )
export const secondHalves = 'garth rigg haugh cleugh shiel lees dene gill law hope burn side fell beck lea raw'.split(
  ' ',
)

/** Words that say what a company of a section does. */
export const tradesBySection: Readonly<Record<string, readonly string[]>> = {
  A: ['Farms', 'Livestock', 'Forestry', 'Dairy'],
  C: [
    'Engineering',
    'Precision',
    'Castings',
    'Joinery Works',
    'Plastics',
    'Components',
    'Foods',
    'Fabrications',
    'Electronics',
    'Tooling',
    'Stone',
    'Print Works',
  ],
  D: ['Energy', 'Power'],
  E: ['Recovery', 'Recycling', 'Waste Services'],
  F: [
    'Builders',
    'Construction',
    'Electrical',
    'Plumbing and Heating',
    'Roofing',
    'Developments',
    'Groundworks',
    'Joinery',
  ],
  G: ['Motors', 'Stores', 'Trading', 'Garden Supplies', 'Clothing', 'Wholesale', 'Tyres', 'Online'],
  H: ['Haulage', 'Taxis', 'Logistics', 'Couriers', 'Coaches'],
  I: ['Catering', 'Inns', 'Coffee', 'Kitchens', 'Takeaway', 'Rooms'],
  J: ['Software', 'Digital', 'Systems', 'Media', 'Networks'],
  K: ['Finance', 'Insurance Brokers'],
  L: ['Properties', 'Lettings', 'Estates', 'Homes'],
  M: ['Consulting', 'Accountants', 'Design', 'Associates', 'Architects', 'Research', 'Advisers'],
  N: ['Cleaning', 'Recruitment', 'Services', 'Landscapes', 'Hire', 'Support'],
  P: ['Training', 'Tuition', 'Learning'],
  Q: ['Care', 'Therapies', 'Nursery', 'Health'],
  R: ['Arts', 'Fitness', 'Sports'],
  S: ['Hair and Beauty', 'Association', 'Repairs', 'Laundry'],
}

/** The same for the themes: these companies have a statement in their hub's directory. */
export const tradesByTheme: Readonly<Record<string, readonly string[]>> = {
  'home-care': ['Visiting Care', 'Home Care', 'Care Rounds', 'Carers'],
  isolation: ['Neighbours', 'Lunch Club', 'Befriending', 'Company Together'],
  dementia: ['Memory Mornings', 'Dementia Support', 'Garden Days'],
  carers: ['Carers Together', 'Respite', 'Young Carers'],
  discharge: ['Home From Hospital', 'Recovery at Home', 'Physiotherapy'],
  'back-to-work': ['Work Health', 'Back in Work', 'Joint Health'],
  minds: ['Counselling', 'Young Minds Work', 'Listening'],
  transport: ['Community Transport', 'Minibuses', 'Village Cars', 'Mobility'],
  roads: ['Highways', 'Surfacing', 'Road Survey', 'Asphalt'],
  'damp-homes': ['Lime and Stone', 'Insulation', 'Warm Homes', 'Retrofit'],
  'village-halls': ['Solar', 'Energy Plans', 'Heat and Light'],
  skills: ['Trade School', 'Skills', 'Apprentice Training'],
  'youth-work': ['First Jobs', 'Youth Work', 'Beginnings'],
  manufacturing: ['Precision', 'Composites', 'Toolmakers', 'Circuits', 'Castings', 'Fabrications'],
  childcare: ['Nursery', 'Childminders', 'Early Years'],
  flood: ['Water Levels', 'Flood Works', 'Becks and Burns'],
  'town-centres': ['Town Rooms', 'Market Days', 'High Street Works'],
  reuse: ['Reuse', 'Repair Shop', 'Furniture Again'],
  digital: ['Digital Help', 'Rural Broadband', 'Plain Forms'],
  food: ['Food Club', 'Kitchen', 'Growers', 'Meals'],
}
