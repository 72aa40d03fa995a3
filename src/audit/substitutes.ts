import type { Aspect } from '../catalog/finding.ts';
import type { Topic } from './spoken-reading.ts';
import { type Clause, plainText } from './spoken-text.ts';
import { contradiction, type Fault, type Turn } from './turn.ts';

/** Things of one kind of which a fact names some: another one in its place is another fact. */
interface Kind {
  readonly facts: RegExp;
  /** What stands for one thing: `name/name`, parted by spaces; words of a name by hyphens. */
  readonly things: readonly (readonly string[])[];
  /** One thing that the fact does not name is wrong even beside one that it names. */
  readonly isClosed: boolean;
}

const thingsOf = (text: string) =>
  text.split(/\s+/).map((one) => one.split('/').map((name) => name.replaceAll('-', ' ')));

const drugs = thingsOf(
  `paracetamol/tylenol/acetaminophen ibuprofen/nurofen/advil/brufen aspirin diclofenac/voltaren naproxen codeine tramadol morphine
penicillin/amoxicillin/augmentin erythromycin/clarithromycin doxycycline/tetracycline sulfa/trimethoprim/co-trimoxazole ciprofloxacin
insulin metformin/glucophage gliclazide amlodipine ramipril lisinopril enalapril losartan candesartan valsartan bisoprolol/metoprolol/propranolol/beta-blocker/beta-blockers
atorvastatin/simvastatin/statin/statins warfarin apixaban/rivaroxaban clopidogrel omeprazole/pantoprazole/lansoprazole levothyroxine/thyroxine
prednisolone/cortisone/prednisone cetirizine/loratadine salbutamol/ventolin sertraline/citalopram/fluoxetine diazepam/valium
tamsulosin finasteride allopurinol colchicine furosemide/frusemide spironolactone digoxin methotrexate folic-acid latex nickel pollen/birch/grass peanuts/peanut/nuts
bee/wasp/bees/wasps shellfish/prawns strawberries eggs milk lithium melatonin`,
);

const kinds: readonly Kind[] = [
  {
    facts:
      /^(?:current-medicines|allergies|treatments-tried|new-food-or-medicine|regular-anti-inflammatories|painkiller-overuse)$/,
    things: drugs,
    isClosed: true,
  },
  {
    facts: /^living-situation$/,
    things: thingsOf(
      'wife/missus husband/hubby partner/girlfriend/boyfriend/fiancé/fiancée mother/mum/mom father/dad parents brother/brothers sister/sisters son/sons/boy/boys daughter/daughters/girl/girls grandmother/gran/nan grandfather/grandad cat/cats dog/dogs aunt uncle grandson granddaughter flatmate/flatmates/housemate/housemates cousin',
    ),
    isClosed: true,
  },
  {
    facts: /^family-/,
    things: thingsOf(
      'mother/mum/mom father/dad brother/brothers sister/sisters grandmother/gran/nan grandfather/grandad/granddad aunt/auntie uncle cousin son/sons daughter/daughters',
    ),
    isClosed: false,
  },
  {
    facts: /^(?:sick-contact|contact-with-\S+)$/,
    things: thingsOf(
      'wife husband partner/girlfriend/boyfriend mother/mum/mom father/dad brother/brothers sister/sisters son/boy daughter grandson grandchild granddaughter colleague/colleagues/workmate neighbour flatmate class ward team nursery',
    ),
    isClosed: false,
  },
  {
    facts: /^(?:past-operations|past-illnesses|joint-pain|appendix-removed|recent-immobility)$/,
    things: thingsOf(
      'ankle/ankles wrist/wrists knee/knees hip/hips shoulder/shoulders elbow/elbows collarbone leg/legs arm/arms hand/hands finger/fingers toe/toes rib/ribs nose appendix tonsils gallbladder/gall-bladder/gall hernia/groin womb/hysterectomy/caesarean thyroid/goitre wisdom-teeth/wisdom-tooth/wisdom cataract/cataracts spleen prostate breast adenoids jaw varicose-veins/varicose bowel',
    ),
    isClosed: false,
  },
  {
    facts: /^suspicious-food$/,
    things: thingsOf(
      'chicken fish/sushi oysters/mussels/shellfish/prawns eggs/egg/mayonnaise rice beef/burger/steak pork/sausage/ham cheese mushrooms/mushroom soup salad kebab pizza ice-cream lamb',
    ),
    isClosed: false,
  },
  {
    facts: /^recent-travel$/,
    things: thingsOf(
      'spain/mallorca italy/rome/sicily france/paris greece/crete turkey portugal albania thailand/bali/vietnam india nepal/himalayas kenya/tanzania egypt morocco/tunisia mexico/cuba brazil/peru america/usa/florida japan/china ireland/scotland/wales germany/austria poland croatia ghana/nigeria',
    ),
    isClosed: false,
  },
  {
    facts: /^(?:animal-or-changing-room-contact|new-contact-substance|possible-trigger)$/,
    things: thingsOf(
      'cat/kitten/cats dog/puppy/dogs horse/pony rabbit/rabbits hamster/guinea-pig cow/cows/calf/calves parrot/budgie hair-dye/dye/hair-colour soap cream/lotion perfume washing-powder/detergent/softener earrings/necklace/bracelet/ring gloves shampoo nail-varnish/nail-polish plaster/plasters gel sunscreen',
    ),
    isClosed: false,
  },
  {
    facts: /^occupation$/,
    things: thingsOf(
      `teach/teacher/teaching/school nurse/nursing/ward/care driver/drive/drove/driving/lorry/taxi/bus/buses/tram/train/trains baker/bakery/bake cleaner/cleaning/clean cook/chef/kitchen/restaurant
office/accountant/accounts/insurance/desk/secretary/bank/clerk shop/cashier/sales/sold/the-till/a-till farm/farmer/fields builder/building/buildings/bricks/bricklayer painter/paint/decorator mechanic/garage/fix lawyer/solicitor/court
student/studying/university electrician/ladders plumber/pipes carpenter/joiner/woodwork hairdresser/salon warehouse/forklift/packing postman/letters/courier police/policeman/policewoman soldier/army
engineer programmer/software/computers gardener/gardens librarian/library/books waiter/waitress/waiting-tables/bar/barman musician/orchestra/piano journalist/newspaper pilot/stewardess/flight-attendant fisherman/boat vet pharmacist/chemist tailor/sewing/seamstress nursery/childminder fireman/firefighter`,
    ),
    isClosed: true,
  },
];

/** Two states of which one excludes the other, told in whatever words. */
interface Poles {
  readonly facts: RegExp;
  readonly one: RegExp;
  readonly other: RegExp;
}

const poles: readonly Poles[] = [
  {
    facts: /^living-situation$/,
    one: /\b(?:alone|on my own|by myself|just me|only me|me and the four walls|nobody (?:else|but me)|no one (?:else|but me))\b/,
    other:
      /\b(?:with my|with (?:two|three|four|some|another)|wife|husband|partner|girlfriend|boyfriend|share|flatmates?|at home with|my (?:mum|mother|parents|son|daughter)(?! lives| comes| is round))\b/,
  },
  {
    facts: /^(?:treatments-tried|relieved-\S+)$/,
    one: /\b(?:did nothing|does nothing|do nothing|(?:did|does|do) (?:\w+ )?(?:very little|next to nothing|hardly a thing|little)|(?:barely|hardly|scarcely) (?:help|did|do|touch)\w*|not (?:help|touch|work|do (?:a thing|anything|much)|make)\w*|no (?:use|good|help|effect|difference)|useless|made it worse|not a bit|for nothing|in vain|waste of)\b/,
    other:
      /\b(?:helps?|helped|took the edge|takes the edge|eased?|eases|better|dropped|drops|worked?|works|relief|soothes?|brings? it down|gone|clears?|cured|like magic|right as rain|marvel\w*|wonders|wonderful|the trick|good as new|did the job|brilliant|a miracle|heaven)\b/,
  },
  {
    facts: /^(?:smoking|alcohol|drug-use|caffeine)$/,
    one: /\b(?:gave (?:it |them )?up|given (?:it |them )?up|stopped|quit|packed (?:it|them) in|no longer|kicked (?:it|the)|not any ?more|came off)\b/,
    other:
      /\b(?:still|can not (?:get off|stop|give|do without|leave)|trying to|keep meaning|these days|nowadays|at the moment|to this day)\b/,
  },
  {
    facts: /^(?:contraception|contraceptive)$/,
    one: /\b(?:stopped using|not (?:use|using|used|bother)\w*|no (?:condoms?|protection)|without|nothing|do without|gave up)\b/,
    other: /\b(?:(?:we|i|always) (?:always )?use|every time|always|each time|very careful)\b/,
  },
  {
    facts: /^(?:possible-trigger|unaccustomed-lifting)$/,
    one: /\b(?:sofa|telly|doz\w*|napping|nap|in bed|fast asleep|asleep|watching|sitting|resting|reading|queue|dishes)\b/,
    other:
      /\b(?:lift\w*|heav(?:y|ing)|carr(?:y|ied|ying)|running|ran|digging|dug|gym|football|exercise|lugging|shovel\w*|wrestl\w*|hauling|push-?ups|fell|tripped|marathon)\b/,
  },
];

/** Poles of where a pain is, for a fact whose place is told. */
const places: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:high|top|upper|under (?:the|my) (?:right |left )?ribs|below (?:the|my) (?:right |left )?ribs|pit of|breastbone|chest|shoulder)\b/,
    /\b(?:low|lower|bottom|groin|hip|below the (?:navel|belt)|down below)\b/,
  ],
  [
    /\b(?:forehead|front|temples?|brow|behind (?:the|my|one) eyes?|above (?:the|my) eyes?)\b/,
    /\b(?:back of|nape|neck|behind the ears?)\b/,
  ],
  [/\b(?:one|left|right) side\b|\bone[- ]sided\b/, /\bboth\b|\ball (?:over|round|across)\b/],
];

const characters: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:but even|regular|even beat|steady beat)\b/,
    /\b(?:all over the place|skips?|stumbl\w*|irregular\w*|uneven\w*|jumps? about|out of step|misses)\b/,
  ],
  [
    /\b(?:dry|tickl\w*|nothing comes|no (?:phlegm|slime|muck))\b/,
    /\b(?:cupfuls?|thick|green|yellow|loads (?:of|comes)|wet|rattl\w*|bring(?:s|ing)? up (?:loads|a lot|plenty|muck|slime))\b/,
  ],
  [/\b(?:clear|water\w*|like tears|thin)\b/, /\b(?:thick|green\w*|yellow\w*|pus|sticky|glue\w*|custard|creamy)\b/],
  [
    /\b(?:stab\w*|sharp|knife|needle\w*|dagger|pierc\w*|skewer)\b/,
    /\b(?:dull|press\w*|squeez\w*|tight\w*|heav\w*|weight|band|vice|ache|aching|burn\w*)\b/,
  ],
  [
    /\b(?:burn\w*|fire|scald\w*|hot (?:coals?|poker|soup)|acid)\b/,
    /\b(?:press\w*|squeez\w*|tight\w*|heav\w*|weight|band|vice|stab\w*|knife|cramp\w*|grip\w*|throb\w*)\b/,
  ],
  [
    /\b(?:throb\w*|puls\w*|pound\w*|hammer\w*|beat\w*|thump\w*)\b/,
    /\b(?:press\w*|band|vice|steady|dull|tight\w*|squeez\w*|stab\w*)\b/,
  ],
  [
    /\b(?:cramp\w*|waves?|grip\w*|squeez\w* and|lets? go|comes and goes|colic\w*)\b/,
    /\b(?:steady|constant\w*|never (?:changes|lets|stops|eases)|all the time|always there|no let up|stab\w*)\b/,
  ],
];

const courses: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:only comes?|comes? for|free of it|free for|leaves? me (?:alone|be|in peace)|(?:hours?|days?|weeks?) (?:without|free)|stops? for|gone for|goes? for (?:\w+ )?(?:hours|days|weeks|months)|clears? up for|comes? and goes?|came and went|on and off|bouts?|waves?|spells?|in between|now and (?:then|again)|some days|attacks?|fades?|goes? away|went away|eases? off|only when|only (?:there )?(?:with|at)|gone by)\b/,
    /\b(?:all the time|never (?:leaves?|stops?|lets?|goes|eases|changes)|not for a (?:minute|second|moment)|constant\w*|non ?stop|day and night|always there|round the clock|without a (?:break|pause)|every (?:waking )?(?:minute|second|hour)|start to finish|no let up|not let up)\b/,
  ],
  [
    /\b(?:gone (?:by|within|in|after)|lasts? (?:only )?(?:a few |some |an? )?(?:minutes?|hours?)|passes|over (?:in|by|within)|vanish\w*|by bedtime)\b/,
    /\b(?:sticks? (?:around|with)|stays? (?:all|for days|with me|there|put)|lingers?|all night|still (?:there|have it|got it)|hangs? (?:on|around)|(?:will|does) not (?:leave|go|budge|shift)|for days|days on end)\b/,
  ],
  [
    /\b(?:worse|worsening|more and more|getting bigger|spreading|growing)\b/,
    /\b(?:getting better|much better|improv\w*|nearly (?:gone|over)|on the mend|clearing up|fading|shrinking|less and less)\b/,
  ],
];

/** Over, or going on. */
const phases: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:went off|gone since|wore off|passed off|has gone|was gone|(?:breathing |feeling |am |is |are )(?:fine|well|all right|myself|okay|normal) (?:now|again)|myself again|back to normal|only lasted|for half an hour|the once)\b/,
    /\b(?:still (?:there|got|have|has|can not|hurts?|going|bad|not|feel|short|as|on)|as bad as (?:it was|ever|at first|before)|(?:has|have) not (?:gone|stopped|let up|eased|gone away|changed|shifted|moved|passed)|to this (?:minute|day|moment)|even now)\b/,
  ],
  [
    /\b(?:(?:get|gets|getting|got|growing|becoming) (?:\w+ ){0,2}worse|worse (?:each|every|by the|and worse|as the (?:weeks|months))|more (?:each|every) (?:day|week|month)|more and more|spreading|bigger (?:each|every))\b/,
    /\b(?:(?:get|gets|getting|got|feels?|is|are) (?:(?:a|bit|lot|much|little|slowly|steadily) ){0,3}better (?:each|every|by the|now|all the|with (?:time|each))|(?:getting|slowly|steadily|bit by bit) (?:(?:a|bit|lot|much|little) ){0,2}better|on the mend|improving|clearing up|(?:getting|it is|now) less|less now|shrinking|nearly gone|less (?:each|every) (?:day|week|month))\b/,
  ],
];

/** Something does it good, or nothing does. */
const remedies: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:nothing (?:really |much )?(?:helps|helped|works|eases|shortens|touches|lifts|does|makes)|no odds|no difference|does nothing|did nothing)\b/,
    /\b(?<!nothing )(?<!nothing really )(?<!nothing much )(?<!not )(?:helps?|helped|takes? (?:it|the pain|them) (?:right |clean |all |straight )?(?:away|off)|eases?|cures?|settles?|does the trick|goes (?:away )?(?:when|if|with)|better (?:when|if|with|after)|soothes?|sorts? it)\b/,
  ],
];

const severities: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:a touch|hardly|barely|scarcely|slight(?:ly)?|mild(?:ly)?|forget it|not (?:much|that bad|so bad|too bad|bad)|nothing much|a nuisance|bearable|tickles?|next to nothing|no more than a|just a twinge|(?:one|two|three) out of ten|live with it)\b/,
    /\b(?:terribl[ey]|unbearabl[ey]|severe|awful|agony|worst|murder|torture|(?:eight|nine|ten) (?:out of ten|or)|kill\w*|keeps? me awake|like (?:mad|crazy|hell|fire)|all night|tear(?:ing)? (?:myself|my|the)|drives? me (?:mad|wild|crazy|up)|can not (?:bear|stand|sleep|think|work)|scream\w*|dreadful|climb\w* the walls|horrible)\b/,
  ],
];

const onsets: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:bang|like a (?:bolt|shot|switch|blow|thunderclap|punch|bullet)|sudden\w*|out of (?:the blue|nowhere)|all at once|from one (?:second|minute|moment)|in (?:an instant|a flash|seconds)|hit me|within (?:a |\w+ )?(?:seconds?|minutes?)|just like that|woke me)\b/,
    /\b(?:crept|creep\w*|built up|building|build up|builds up|bit by bit|little by little|slow\w*|gradual\w*|a (?:little|bit) (?:more|worse|higher) (?:each|every)|over (?:\w+ )?(?:weeks|days|months|hours)|grew|growing|over (?:the|a) (?:\w+ )?(?:week|day|month|year|weekend)|day by day|week by week|by degrees|sneak\w*|inch by inch)\b/,
  ],
];

const patterns = new Map<string, RegExp>();
function names(text: string, thing: readonly string[]): boolean {
  const id = thing.join('|');
  let pattern = patterns.get(id);
  if (!pattern) {
    pattern = new RegExp(`\\b(?:${id})\\b`);
    patterns.set(id, pattern);
  }
  return pattern.test(text);
}

const speaking =
  /\b(?:says?|said|thinks?|told|tells?|reckons?|made me|makes me|brought me|drove me|worr\w+|lent|borrowed|keeps?|got me|gave me|calls?|sends?|nags?|wants?|insist\w*|helps?|noticed|jokes?|laughs?|asks?|put me|you have|here|nice)\b/;

/** Another thing of the same kind in the place of the fact's own, or the contrary state. */
export function substituted(turn: Turn): Fault[] {
  const faults: Fault[] = [];
  const { reading, reader, reply, told } = turn;
  if (told.length === 0 || told.length > 2) return faults;
  const clauses = reading.text.clauses.filter(({ frame }) => frame === 'statement' || frame === 'other-person');
  const whole = clauses.map(({ text }) => text).join(' , ');
  const around = `${reader.opening.plain} ${plainText(reply.question)} ${told.map(({ plain }) => plain).join(' ')}`;
  for (const topic of told) {
    if (!topic.fact || topic.plain === '') continue;
    for (const { facts, things, isClosed } of kinds) {
      if (!facts.test(topic.id)) continue;
      const own = things.filter((thing) => names(topic.plain, thing));
      const isAlien = own.length === 0 && isClosed && !sharesWords(turn, topic);
      const isAdded = isClosed || topic.id === 'past-operations';
      if ((own.length === 0 && !isAlien) || (!isAdded && own.some((thing) => names(whole, thing)))) continue;
      for (const clause of clauses) {
        if (clause.negations > 0 || speaking.test(clause.text)) continue;
        // "my grandad started the shop" is no work of the patient's
        if (clause.kin !== null && facts.test('occupation')) continue;
        const other = things.find((thing) => names(clause.text, thing) && !names(around, thing));
        if (other && !(things === drugs && isKnownElsewhere(turn, topic, other))) {
          faults.push(
            contradiction(
              topic,
              'presence',
              clause,
              `${other[0]}, ${own[0] ? `where the case says ${own[0][0]}` : 'which the case does not name'}`,
            ),
          );
          break;
        }
      }
    }
    for (const { facts, one, other } of poles)
      if (facts.test(topic.id)) push(faults, topic, clauses, whole, topic.plain, 'presence', [one, other]);
    for (const { fact, finding, aspect } of reply.told) {
      if (fact !== topic.id && finding !== topic.id) continue;
      const pairs =
        aspect === 'place'
          ? places
          : aspect === 'character'
            ? characters
            : aspect === 'course'
              ? [...courses, ...phases]
              : aspect === 'onset'
                ? onsets
                : aspect === 'modifiers'
                  ? remedies
                  : (aspect === 'severity' || aspect === 'presence') && !isDistorted(turn, topic)
                    ? severities
                    : [];
      const given = topic.fact.aspects?.[aspect as 'onset'];
      const own = (
        (aspect === 'presence' ? topic.says.find((cue) => cue.aspect === 'severity') : null) ??
        topic.says.find((cue) => cue.aspect === aspect)
      )?.text;
      const line = own === undefined || aspect === 'place' ? given && `${topic.plain} ${given}` : own;
      if (line === undefined || topic.value !== 'present') continue;
      for (const pair of pairs)
        push(
          faults,
          topic,
          clauses,
          whole,
          plainText(line),
          aspect,
          pair,
          aspect === 'onset' ? plainText(line) : topic.plain,
        );
    }
  }
  return faults;
}

/** The persona makes more or less of it than it is, and says so. */
const isDistorted = ({ reply }: Turn, topic: Topic) =>
  reply.told.some(
    ({ fact, aspect, value, as }) =>
      as === 'distorted' ||
      (fact === topic.id &&
        aspect === 'severity' &&
        value !== null &&
        topic.fact?.aspects?.severity !== undefined &&
        topic.fact.aspects.severity !== value),
  );

/** Whether the reply has a telling word of the fact at all. */
function sharesWords({ reading, reader }: Turn, topic: Topic): boolean {
  return reading.text.clauses.some(({ keys }) =>
    [...keys].some(
      (key) => key !== 'medicine' && reader.weightOf(key) >= 2 && topic.says.some(({ tokens }) => tokens.has(key)),
    ),
  );
}

/** Named by another fact that may be told as well. */
function isKnownElsewhere({ permitted }: Turn, topic: Topic, thing: readonly string[]): boolean {
  return permitted.some(
    (one) => one !== topic && one.fact !== null && one.fact.tier !== 'guarded' && names(one.plain, thing),
  );
}

function push(
  faults: Fault[],
  topic: Topic,
  clauses: readonly Clause[],
  whole: string,
  line: string,
  aspect: Aspect,
  [one, other]: readonly [RegExp, RegExp],
  all: string = line,
): void {
  for (const [met, given] of [
    [one, other],
    [other, one],
  ] as const) {
    // only where the case says clearly the one and the reply clearly the other
    if (!given.test(line) || met.test(all) || given.test(whole)) continue;
    const clause = clauses.find(({ text, negations }) => met.test(text) && (negations === 0 || isNegative(met, text)));
    if (clause)
      faults.push(
        contradiction(
          topic,
          aspect,
          clause,
          `${met.exec(clause.text)?.[0]}, where the case says ${given.exec(line)?.[0]}`,
        ),
      );
  }
}

/** The negation stands within what was met: "never leaves me". */
const isNegative = (pattern: RegExp, text: string) =>
  /\b(?:no|not|never|nothing|without|nobody)\b/.test(pattern.exec(text)?.[0] ?? '');
