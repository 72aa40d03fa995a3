/** Things of one kind, each with its names; a thing that the case does not name in the place of one that it names is wrong. */
export interface ThingKind {
  readonly kind: string;
  readonly things: readonly RegExp[];
  /** Only these facts, or only these aspects; all where left out. */
  readonly facts?: RegExp;
  readonly aspects?: RegExp;
  /** Words around the thing that show it is meant otherwise. */
  readonly unless?: RegExp;
}

/** `name|name` for a thing, parted by spaces; words of a name are joined by hyphens, an asterisk stands for any ending. */
const thingsOf = (text: string): RegExp[] =>
  text
    .trim()
    .split(/\s+/)
    .map((thing) => new RegExp(`\\b(?:${thing.replaceAll('-', ' ').replaceAll('*', '\\w*')})\\b`));

export const thingKinds: readonly ThingKind[] = [
  {
    kind: 'relative',
    things: thingsOf(
      `mother|mum|mom|mummy|mam father|dad|daddy|old-man brother|brothers sister|sisters grandmother|gran|grandma|nan|nana grandfather|grandad|granddad|grandpa
aunt|auntie uncle cousin|cousins son|sons|lad|boy|boys daughter|daughters|girl|girls grandson grandchild* granddaughter wife|missus husband|hubby partner girlfriend boyfriend niece nephew
neighbour|neighbor colleague*|workmate* flatmate*|housemate* friend|friends|mate|mates boss mother-in-law father-in-law`,
    ),
    facts:
      /^(?:family-|sick-contact|contact-with|living-situation|siblings|children|recent-life-event|bereavement|source-of-support|known-asthma|bumps-in)/,
  },
  {
    kind: 'part of the body',
    things: thingsOf(
      `forehead|brow temple|temples crown|top-of-my-head back-of-my-head|back-of-the-head|nape cheek|cheeks chin nose|nostril* lip|lips tongue gum|gums jaw ear|ears eyelid*|lid|lids eyes
scalp throat neck shoulder|shoulders shoulder-blade*|shoulder-blades collarbone armpit*|armpits elbow*|elbows wrist*|wrists palm*|palms hand|hands thumb* finger|fingers|knuckle* chest|breastbone|sternum breast|breasts rib|ribs
back|spine belly|tummy|stomach|abdomen navel|belly-button groin|testicle*|ball|balls flank|loin hip|hips buttock*|bum|backside|bottom thigh*|thighs knee|knees shin|shins calf|calves ankle|ankles heel|heels sole|soles foot|feet toe|toes`,
    ),
    aspects: /^place$/,
    unless:
      /\b(?:towards?|near|next to|close to|above|below|beside|between|down to|up to|like|under|over|from|through|round to)\b/,
  },
  {
    kind: 'height',
    things: thingsOf('top|upper|high-up|up-at-the-top|highest bottom|lower|low-down|low|lowest'),
    aspects: /^place$/,
  },
  {
    kind: 'month',
    things: thingsOf('january february march april may(?!-be) june july august september october november december'),
    unless: /\b(?:may (?:be|have|not|well|i))\b/,
  },
  {
    kind: 'season',
    things: thingsOf('spring|easter summer autumn|fall(?!-) winter|christmas|new-year'),
    unless: /\b(?:every|each|hay fever)\b/,
  },
  {
    kind: 'time of day',
    things: thingsOf(
      'morning|mornings|breakfast|dawn|first-thing|woke-up lunch|lunchtime|noon|midday afternoon|afternoons|tea-time|teatime evening|evenings|supper|dinner|after-work night|nights|midnight|bedtime|small-hours',
    ),
    aspects: /^(?:onset|course)$/,
    unless: /\b(?:yesterday|day|every|all|last|tonight)\b/,
  },
  {
    kind: 'colour',
    things: thingsOf(
      'red|crimson|scarlet|pink|rosy|bloody yellow*|amber|golden green* brown|coffee black|tarry|coal white|milky|pale blue|purple|violet clear|colourless|transparent|like-water|watery grey',
    ),
    facts:
      /discharge|rash|phlegm|cough|stool|urine|nail|spot|patch|skin|pus|blister|vomiting|eye|growth|wheal|weals|scaling|tongue|coating|gum|teeth|stain/,
    unless: /\b(?:like|as|not|wine|meat|before|first|around|rim|edge|middle|centre|top|side)\b/,
  },
  {
    kind: 'size',
    things: thingsOf(
      'pinhead|pin-head|pin grain-of-rice|rice pea lentil bean grape cherry marble|marbles walnut plum egg|golf-ball tennis-ball|fist|orange|apple coin|penny|button palm|hand plate|saucer melon|football',
    ),
  },
  {
    kind: 'scale texture',
    things: thingsOf('flour|dust|powder|sugar snow|flakes|bran thick|silvery|slabs|crust|crusts|fish greasy|oily|waxy'),
    facts: /^(?:scaling|rash|scaly)/,
    aspects: /^character$/,
  },
  {
    kind: 'drug',
    things: thingsOf(
      `paracetamol|tylenol ibuprofen|nurofen|advil|brufen aspirin diclofenac|voltarol|voltaren naproxen codeine|co-codamol tramadol morphine penicillin|amoxicillin|flucloxacillin|augmentin erythromycin|clarithromycin doxycycline|tetracycline sulfa|trimethoprim|sulfonamide* ciprofloxacin
insulin metformin gliclazide amlodipine ramipril|lisinopril|enalapril|perindopril|pril losartan|candesartan|valsartan|irbesartan bisoprolol|metoprolol|atenolol|propranolol|beta-blocker* statin*|atorvastatin|simvastatin warfarin apixaban|rivaroxaban|edoxaban clopidogrel omeprazole|lansoprazole|pantoprazole
levothyroxine|thyroxine|thyroid-tablet|thyroid-pill prednisolone|steroid* cetirizine|loratadine|antihistamine*|hay-fever-tablet* salbutamol|blue-inhaler|puffer|inhaler|inhalers sertraline|citalopram|fluoxetine|antidepressant* diazepam|valium lithium tamsulosin finasteride allopurinol colchicine furosemide|water-tablet*|water-pill*|spironolactone
co-careldopa|levodopa folic-acid iron isotretinoin latex|rubber nickel|metal pollen|birch|grass peanut*|nut|nuts bee|wasp shellfish|prawn* egg|eggs milk plaster|plasters cat|cats strawberr* iodine`,
    ),
    facts:
      /^(?:current-medicines|allergies|treatments-tried|regular-anti|painkiller|blood-pressure-lowering|hormone|contracep|new-food|recent-antibiotics|inhaler|blood-thinner|medication|steroid)/,
  },
  {
    kind: 'operation',
    things: thingsOf(
      `appendix|appendectomy tonsil*|tonsils gall-bladder|gallbladder hernia womb|hysterectomy caesarean|c-section|cesarean wisdom-teeth|wisdom-tooth cataract* prostate thyroid breast spleen hip|hips knee|knees shoulder|shoulders ankle|ankles wrist|wrists elbow collarbone
stent|stents|little-tube bypass disc|slipped-disc varicose* adenoids bowel nose|sinus* kidney varices plate|screws jaw finger* toe*`,
    ),
    facts: /^past-operations$/,
  },
  {
    kind: 'animal',
    things: thingsOf(
      'cat|cats|kitten|kittens|moggy dog|dogs|puppy|puppies|hound horse|pony|horses rabbit|rabbits|bunny hamster|guinea-pig|gerbil cow|cows|calf|calves|cattle sheep|lamb|lambs budgie|parrot|birds|chickens|hens snake|lizard|tortoise',
    ),
    facts: /^(?:animal|living-situation|sick-contact|new-contact|allergies|possible-trigger|scabies|insect)/,
    unless: /\b(?:like|as|sick as|hot dog)\b/,
  },
  {
    kind: 'food',
    things: thingsOf(
      'chicken fish|sushi|tuna|salmon oyster*|mussel*|shellfish|prawn* egg|eggs|mayonnaise rice beef|burger|burgers|steak pork|sausage*|ham|bacon cheese mushroom* soup salad kebab pizza ice-cream lamb curry chips',
    ),
    facts: /^(?:suspicious-food|new-food|possible-trigger|pain-after-fatty|rich-meal|worse-after)/,
  },
  {
    kind: 'country',
    things: thingsOf(
      'spain|mallorca|majorca|tenerife|canaries italy|rome|sicily france|paris greece|crete|corfu|rhodes turkey|antalya portugal|algarve|madeira albania croatia thailand|bali|vietnam india|goa|nepal kenya|tanzania|uganda egypt|morocco|tunisia mexico|cuba|caribbean|jamaica brazil|peru|argentina america|usa|florida|new-york japan|china ireland|dublin scotland wales germany|berlin austria poland ghana|nigeria pakistan|bangladesh australia dubai cyprus|malta',
    ),
    facts: /^(?:recent-travel|possible-trigger|living-situation)$/,
  },
  {
    kind: 'job',
    things: thingsOf(
      `teach*|classroom|lessons nurse|ward|hospital carer|care-home|nursing-home|old-people doctor|surgeon|gp lorry|truck|artic|trucker|haulage taxi|cab|uber bus|buses|coach train|trains|tram baker|bakery|bake|baking cleaner|cleaning|clean cook|chef|kitchen accountant|accounts|books|book-keeper|insurance|payroll secretary|typist|receptionist|reception clerk|office|desk|call-centre
shop|shop-assistant|supermarket|checkout|cashier market|stall farm|farmer|farming|dairy builder|building|bricklayer|bricks roofer|roofs|slates painter|decorator mechanic|garage|fix-cars lawyer|solicitor|barrister|court student|studying|university|uni|school electrician|wiring|ladders plumber|pipes|plumbing carpenter|joiner|woodwork hairdresser|salon|barber warehouse|forklift|packing postman|postwoman|letters courier|deliver* police* soldier|army engineer programmer|software|coding|computers gardener|gardens librarian|library waiter|waitress|barman|pub
musician|orchestra|singer|choir|dj journalist|newspaper pilot|stewardess|flight-attendant fisherman|trawler vet pharmacist|chemist tailor|seamstress|sewing nursery|childminder firefighter|fireman stonemason|mason|stone miner|mine|pit dentist scientist|lab architect designer|design* factory|assembly-line welder|welding bank|banker social-worker`,
    ),
    facts: /^occupation$/,
    unless: /\b(?:husband|wife|son|daughter|like|used to)\b/,
  },
  {
    kind: 'contact substance',
    things: thingsOf(
      'hair-dye|dye|hair-colour|darker-colour|tint soap|shower-gel cream|lotion|moisturiser|ointment perfume|scent|aftershave washing-powder|detergent|softener earring*|necklace|bracelet|ring|buckle|belt|watch glove|gloves shampoo|conditioner nail-varnish|nail-polish|gel-nails plaster|plasters hand-gel|sanitiser|sanitizer sunscreen|sun-cream glue|resin|paint|varnish mascara|make-up|makeup|foundation',
    ),
    facts: /^(?:new-contact-substance|possible-trigger|wet-work|stinging|treatments-tried)$/,
  },
  {
    kind: 'quality of pain',
    things: thingsOf(
      'stab*|sharp|knife|knives|needle*|dagger*|pierc*|skewer* dull|nagging|bruise press*|squeez*|tight*|belt|strap|band|vice|weight|heav*|elephant burn*|fire|scald*|hot-coal*|acid|hot-soup throb*|puls*|pound*|hammer*|drum* cramp*|grip*|waves|colic* itch* toothache electric*|shock*|lightning tear*|ripping',
    ),
    aspects: /^character$/,
    facts: /pain|ache|headache|heartburn|throat|sore/,
    unless: /\b(?:not|when|with every|first|sometimes|turns?)\b/,
  },
  {
    kind: 'direction',
    things: thingsOf(
      'better|easing|improv*|shrink*|smaller|fading|settling|healing|on-the-mend|less-and-less|going-down worse|worsening|grow*|bigger|spread*|more-and-more|climbing|creeping|going-up',
    ),
    aspects: /^course$/,
    unless: /\b(?:no|not|never|makes?|helps?|when|if|with|in the|at|by|after|than|good|comes? and goes?|then)\b/,
  },
];
