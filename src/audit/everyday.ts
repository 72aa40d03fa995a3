/**
 * The auditor's own small vocabulary of everyday English. It shares nothing with the patient's: whoever checked words
 * with the list they were made from would find them faultless.
 */

/** Ways of saying one thing, as `what it is: phrase | phrase`. What it is may be several words: a headache is a pain, of the head. */
const sayings = `
vomit: vomit | vomiting | emesis | throw up | threw up | thrown up | been sick | was sick | being sick | be sick | were sick | got sick | bring up food | brought up food | brought up my supper | bring up my food | brought it all up | came straight back up | puke | puked | chuck up | chucked up | heave up
die: passed away | passed on
nausea: nausea | nauseous | nauseated | queasy | queasiness | feel sick | feeling sick | felt sick | feels sick | sick to my stomach | sickness | upset stomach | feel a bit sick | felt a bit sick | feel really sick | feel awfully sick | feel like throwing up | feeling like throwing up | felt like throwing up | feel like being sick | turns my stomach | stomach turns | stomach churns
diarrhoea: diarrhoea | diarrhea | the runs | the trots | loose stool | watery stool | watery poo | loose motion | loose bowel | upset bowel | like water in the toilet
constipation: constipation | constipated | bunged up | blocked up inside | hard stool | obstipation | trouble going to the toilet | not having been for days
breathless: breathless | breathlessness | short of breath | shortness of breath | out of breath | dyspnoea | dyspnea | cannot catch my breath | catch my breath | trouble breathing | breathing trouble | cannot get enough air | get enough air | get my breath | fight for breath | fighting for breath | fighting for air | gasp for air | gasping | gasp | puffing | puffed out | puffed | panting | winded | struggle to breathe | struggling to breathe | hard to breathe | cannot breathe | could not breathe | cannot get my breath
fever: fever | feverish | febrile | a temperature | high temperature | burning up | running a temperature | temperature was up | temperature is up | temperature has been up | temperature goes up | pyrexia
head pain: headache | head ache | cephalalgia | cephalgia
ear pain: earache | otalgia
belly pain: bellyache | stomachache | tummyache | colic
tooth pain: toothache
faint: faint | fainted | fainting | pass out | passed out | passing out | black out | blacked out | blacking out | blackout | collapse | collapsed | collapsing | keel over | keeled over | lose consciousness | lost consciousness | loss of consciousness | syncope | out cold | went right out | gone right out
dizzy: dizzy | dizziness | light headed | light headedness | lightheaded | woozy | giddy | giddiness | head swims | head swam | head spins | head is spinning | room spins | feel faint | feeling faint | felt faint | presyncope | unsteady | room swayed
pee: pee | peeing | urine | urinate | urinating | urination | pass water | passing water | wee | weeing | waterworks | micturition | spend a penny
stool: stool | poo | faeces | motions | bowel motion | bowel movement
tired: tired | tiredness | worn out | exhausted | exhaustion | fatigue | fatigued | no energy | without energy | drained | washed out | wiped out | knackered | shattered | run down | done in | malaise | lethargy | lethargic | no strength | got no strength | worn down | weary
offfood: loss of appetite | lost my appetite | lost all appetite | lose my appetite | losing my appetite | no appetite | appetite has gone | appetite is gone | appetite went | appetite vanished | not much appetite | poor appetite | reduced appetite | off my food | gone off food | gone off my food | went off my food | not hungry | do not feel like eating | not feeling like eating | do not want my food | do not want to eat | cannot eat | cannot face food | cannot face eating | cannot face a thing | cannot look at food | food puts me off | hardly eat | hardly eaten | hardly ate | leave my plate | barely eating | barely eaten
appetite: appetite | hungry
shiver: shiver | shivering | shivers | shivery | chills | shaking chills | rigors | rigor
tremble: tremble | trembling | shaky | shakiness | shaking | shook | shake | tremor | tremulousness
sweat: sweat | sweats | sweating | sweaty | clammy | diaphoresis | perspiring
palpitation: palpitation | racing heart | pounding heart | heart pound | heart pounding | heart was pounding | heart racing | heart has been racing | heart was racing | heart is racing | heart flutter | heart fluttering | fluttering heart | heart beating fast | heart beats fast | heart thump | heart thumping | skipped heartbeat | heart going like mad
swell: swell | swollen | swelling | swelled | puffy | puff up | puffed up | puffing up | blew up | blown up | bloated | oedema | edema | ballooned
itch: itch | itchy | itching | itches | pruritus
pain: pain | painful | hurt | hurts | hurting | ache | aches | aching | achy | sore | soreness | tender | tenderness | agony | painless
belly: belly | tummy | stomach | abdomen | abdominal | gut | guts | midriff
eyelid: eyelid | lid
eye: eye | ocular
phlegm: phlegm | sputum | mucus | slime | catarrh | gob
blood: blood | bloody | bleed | bleeding | bled | haemorrhage | hemorrhage
rash: rash | exanthem | skin eruption
spot: spot | dot
pimple: pimple | zit | acne
blister: blister | vesicle | blistering
weal: weal | wheal | welt | hives | urticaria
flake: flake | flaky | flaking | scaly | scales | scaling | peel | peeling | peels | desquamation
weep: weep | weeping | ooze | oozing
smoke: smoke | smoking | smoker | smoked | smokes | cigarette | fags | tobacco | roll my own | roll ups | vape | vaping | vaped | a pack a day | rollies
alcohol: alcohol | alcoholic | booze | beer | beers | wine | whisky | vodka | drinker | heavy drinking | drink a lot | pints | drink too much | drink every
medicine: medicine | medication | tablet | pill | drug | capsule | meds | prescription
contraceptive: the pill | mini pill | birth control pill | birth control | contraceptive pill | contraceptive
painkiller: painkiller | paracetamol | ibuprofen | analgesic
mother: mother | mum | mom | mam | mummy
father: father | dad | daddy
grandmother: grandmother | gran | grandma | nan | nana
grandfather: grandfather | grandad | granddad | grandpa
child: child | children | kid | kids
toilet: toilet | loo | bathroom
heart: heart | cardiac
highpressure: high blood pressure | blood pressure is high | blood pressure was high | blood pressure has been high | pressure was high | hypertension | raised blood pressure
bloodpressure: blood pressure
diabetes: diabetes | diabetic | sugar diabetes | sugar trouble | sugar disease | high blood sugar | had sugar | have sugar | has sugar
sugar: sugar
asthma: asthma | asthmatic
highcholesterol: high cholesterol | cholesterol is high | cholesterol is a bit high | cholesterol was high | raised cholesterol | cholesterol was a bit up | hypercholesterolaemia
nervous: anxious | anxiety | nerves | panicky
stress: stress | stressed | stressful | under strain | too much on my plate | under pressure
confused: confused | confusion | muddled | mixed up | not making sense | disoriented | drowsy | drowsiness
wheeze: wheeze | wheezing | wheezy | whistle | whistling | whistles
hoarse: hoarse | hoarseness | croaky | husky | losing my voice | lost my voice | voice has gone | dysphonia
lump: lump | bump | nodule
gland: gland | lymph node
stone: stone | calculus
gallbladder: gallbladder | gall bladder | bile duct
gallbladder stone: gallstone
chickenpox: chickenpox | chicken pox | varicella
clot: clot | thrombosis | thrombus | dvt
pregnant: pregnant | pregnancy | expecting a baby | expecting a child | weeks gone | months gone | in the family way
abroad: abroad | overseas | foreign | travel | travelled | holiday
operation: operation | operated | surgery | surgical | under the knife | taken out | took out | removed
job: job | work | occupation | employment
scan: scan | ultrasound | ct | mri
xray: x ray | xray | radiograph | cxr
stiff: stiff | stiffness | rigid
light: light | lamp | bright | photophobia
noise: noise | sound | noisy | loud
weight: weight | kilo | pounds | stone lighter
thinner: lost stone | lost kilo | lost kilos | lost pounds | lose weight | lost weight | losing weight | weight loss | dropped weight | clothes getting loose | clothes hang off me
heavier: put on weight | gained weight
throat: throat | pharynx | pharyngeal
neck: neck | nape | nuchal
nose: nose | nasal
runny nose: rhinorrhoea | snotty
blurred: blurred | blurry | fuzzy | hazy
sight: sight | vision | eyesight
numb: numb | numbness
tingle: tingle | tingling | pins and needles | prickling | paraesthesia
calf: calf | calves
ankle: ankle
shoulder: shoulder
eat: eat | eating | meal | meals
food: food
hayfever: hay fever
heartburn: heartburn | acid indigestion | pyrosis | burning behind the breastbone | burning behind my breastbone
regurgitate: regurgitation | sour taste | sour stuff | acid coming up | acid comes up | food coming back up
breastbone: breastbone | sternum
swallow: swallow | swallowing
move: move | moving | movement
-: last time i counted | last i counted | when i last counted | at the last count | last time i looked | last time i checked | but i live | big deal | every spring | every summer | every winter | to be honest | never used to | finger on it | put my finger on | could drink the | all day long | do hope | i hope it | lie awake | lying awake | lay awake | half the night | read about it | sounds like | sound like | that sounds | sounds silly | sounds daft | wearing me down | wears me down | not too bad | not that bad | not so bad | nothing much | killing time | in the end | cold comfort | heart to heart | by heart | sick of | sick and tired | fed up | under the weather | bless you | eye opener | tired of | pain in the neck about | of course | out of my depth | hot topic | long story | head or tail | off my chest | on my mind | my mind off | keep an eye | in my shoes | touch wood | fingers crossed | breathing down my neck | in good hands | dying to know | worried sick | sick with worry | makes me sick | heart sank | cross my heart | break her heart | broke my heart | cold feet | turn a blind eye | see eye to eye | by the way | to death | like the plague
start: start | began | begun | begin | started | onset | came on | come on | comes on | came up
sleep: sleep | slept | asleep
wake: wake | woke | waking | woken
relative: family | relatives
sudden: suddenly | sudden | all at once | all of a sudden | out of the blue | out of nowhere | from nowhere | in seconds | within seconds | within a minute | in an instant | from one moment to the next | from one second to the next | in a flash | instantly | abruptly | like a bolt | just like that | overnight | came on fast | came fast | like a thunderclap | within minutes
gradual: gradually | gradual | slowly | slow | bit by bit | little by little | creeping | crept | creeps | creep | built up | builds up | build up | building up | by degrees | step by step | over several days | over some days | over hours | over the hours | over a few days | over a few hours
constant: constant | constantly | all the time | non stop | nonstop | never lets up | has not let up | not let up | let up | no let up | whole time | always there | day and night | continuous | continuously | permanent | every second | never stops | never goes away | without a break | round the clock | does not go away | does not stop | steady
episodic: comes and goes | come and go | came and went | coming and going | on and off | off and on | in waves | waves | in bouts | bouts | in spells | episodes | in between | now and then | now and again | from time to time
mild: mild | slight | slightly | barely notice it | hardly notice it | barely there | hardly there | moderate
severe: severe | severely | terrible | awful | unbearable | excruciating | really bad | very bad | dreadful | agonising | horrendous | horrible | killing me | brutal
twosided: both | both sides | each side | either side
!vomit: kept everything down | keep everything down | kept it all down | keep my food down | kept my food down | keeping everything down
!offfood: eat like a horse | eating like a horse | eat well | eating well | eating normally | eat normally | good appetite | appetite is good | appetite is great | appetite has been good | hungry as ever | eat as much as ever | eating fine | eat fine
!fever: temperature is normal | temperature was normal | temperature has been normal | temperature is fine | temperature was fine | cool as a cucumber
!tired: plenty of energy | full of energy | full of beans | lots of energy | bags of energy | energy is good
!constipation: regular as clockwork | bowels are regular | go every day | open my bowels every day | bowels are like clockwork
!breathless: breathe easily | breathing easily | breathe freely | plenty of air | breathe just fine | breathing just fine
!smoke: non smoker | gave up smoking | given up smoking | quit smoking | stopped smoking | gave up cigarettes | packed in smoking | quit years ago | kicked the habit | do not smoke any more
!alcohol: teetotal | teetotaller | do not touch a drop | not a drop | never touch it
!thinner: weight is steady | weight has been steady | weight has been the same | weight is the same | weight has not changed | put on weight | gained weight | gaining weight
!confused: head is clear | mind is clear | thinking straight | think straight | clear headed | sharp as ever
!pregnant: cannot be pregnant | on the coil
!diarrhoea: stools are firm | stool is firm | solid stool
!wheeze: chest is quiet | chest sounds clear
vomit: head in a bucket | lost my lunch | over the toilet bowl | brought it all back up | heaving
dye: dye | dyed | hair colour | hair dye | tinted my hair | coloured my hair | colouring my hair | shade darker | shade lighter | went darker | went blonde | highlights done
groin: groin | crotch | crown jewels | private parts | privates | down below | down there | between my legs | family jewels
buttock: buttock | buttocks | bottom | bum | backside | behind my
smoke: ciggies | ciggie | ciggy | cigs | a fag | a puff | smokes a day | light up | packet a day | twenty a day | forty a day | chain smoker | nicotine | on the cigarettes | cigars | pack of cigarettes
alcohol: bottle of wine | drink every night | drink every evening | like a drink | drinks a day | hit the bottle | rum | gin | sherry
thinner: trousers falling off | clothes are loose | clothes are too big | belt is looser | got thinner | getting thinner | lost half a stone
faint: hit the floor | went out like a light | lights went out
fever: thermometer said | running hot
palpitation: heart skips | heart skipping | heart hammering | heart hammers | heart going like the clappers | heart races | heart in my mouth | heart gallops | heart missed a beat | heart jumps
sweat: drenched | soaked | dripping | wringing wet
dizzy: wobbly | off balance | swimmy
hoarse: like a frog | voice is gone
runny nose: nose runs | nose running | nose is running | nose streaming | nose drips | nose dripping
chest pain: tight chest | chest tight | chest tightness | tightness in my chest | tightness across my chest | pressure on my chest | pressure in my chest | elephant on my chest | weight on my chest
constipation: cannot go | have not been for | have not opened my bowels | not opened my bowels
allright: been spared | is spared | was spared | are spared | were spared | perfect | great | brilliant | spot on | right as rain | fit as a fiddle | clean as a whistle | fine | all right | alright | ok | okay | normal | is no trouble | are no trouble | no trouble at all | no problem at all | is no problem | are no problem | perfectly good | working fine | work fine | as good as ever | healthy | perfectly well | no bother at all | is no bother | tip top | in good shape | good as gold | same as ever | same as always | as usual | no different | no complaints
`;

/** Words that only hold a sentence together: they say nothing of what is told. */
const holding = `a about actually afraid after again all almost along already also although always am an and another any anybody anyone
anything anyway are around as ask at away back be because been before being bit bring bringing brought but by call
came can catch come comes coming could course day deal did do doctor does doing done down during each either else enough even ever every everything few
feel feeling feels felt first for forever from fully funny get gets getting give go goes going gone good got great had half happen happened
happens has have having he hello help her here hi him his hope how i if in into is it its itself just keep keeps kind know last lately least less let like
little look looks lot lots made make makes many may maybe me mean mention might mind mine minute moment more most mostly much must my myself
need no none nor not now of off oh okay on once one only onto or other otherwise our out over own part past people perhaps please pretty put quite rather
really reckon right said same say saying says see seem seems she should show side since so some someone somebody something sometimes somehow soon sort still stuff such
sure take takes taking talk tell than thank thanks that the their them then there these they thing things think this those though thought through
time to today told too took toward towards true try trying two under until up upon us usual usually very want was way we well went were what whatever when where
whether which while who whole why will with within without would yeah yes yet you your yours yourself nope thankfully sadly honestly obviously goodness
lord anymore nothing nobody never neither ago guess suppose wonder bet believe expect notice noticed aware remember
since everyone been having quite far near next certain certainly definitely absolutely probably possibly likely apart except besides wish seriously indeed stop stopped
point place called doc sir madam ma'am sorry pardon`;

/** Words of small talk: they hardly tell one fact from another. */
export const smallTalk: ReadonlySet<string> = new Set(
  'bad hard bother afraid listen awak awake clear wrong tell talk wear help hope seriou listen explain word mind idea sens allright worri worry scare frighten fright walk night day morn morning even evening week month year hour hor minut book offic meet busi luck life hous weather stori nice matter chang pick love laugh follow question answer idea doctor name word number end lie pleas wait differ fix expert'.split(
    ' ',
  ),
);

/** Where on the body something may be. */
export const regions: ReadonlySet<string> = new Set(
  'head forehead templ temple cheek chin nose mouth lip jaw ear eye eyelid scalp neck throat shoulder arm elbow wrist hand finger chest breastbone breast rib back belli belly flank hip groin buttock leg thigh knee shin calf ankl ankle foot toe face navel spine armpit palm sole tongu tongue crown brow eyebrow lash skull'.split(
    ' ',
  ),
);

/** Forms that a stem does not bring together. */
const irregular = `ate:eat eaten:eat lost:lose threw:throw thrown:throw broke:break broken:break fell:fall fallen:fall drank:drink drunk:drink drove:drive
driven:drive bought:buy caught:catch thought:think taught:teach wore:wear worn:wear tore:tear torn:tear wept:weep kept:keep left:left
feet:foot teeth:tooth died:die dying:die men:man women:woman wives:wife knives:knife bit:bite rang:ring rose:rise spat:spit stung:sting stuck:stick
swam:swim burst:burst burnt:burn shot:shoot knees:knee`;

/** Pairs of which only one can hold of the same thing. */
export const opposites: readonly (readonly [string, string])[] = (
  `sudden gradual/constant episodic/mild severe/left right/better worse/ease worse/help worse/morning evening/morning night/` +
  `hot cold/upper lower/inside outside/front back/high low/dry wet/thick thin/dark pale/dry loose/watery sticky/` +
  `sharp dull/quiet noisy/more less/bigger smaller/big tiny/fast slow/alone husband/alone wife/summer winter/spring autumn/raised flat/top bottom/` +
  `above below/father mother/brother sister/son daughter/wet dry/better bad/fade stay/vanish stay/productive dry/clear yellow/clear green/red yellow/up down/` +
  `sit lie/still move/married divorced`
)
  .split('/')
  .map((pair) => pair.split(' ') as [string, string]);

/** Of the pairs, those that hold without more words: "They stay for days." */
export const statePairs: ReadonlySet<string> = new Set(
  'fade stay vanish wet dry thick thin sharp watery sticky'.split(' '),
);

export const kin = new Set(
  'mother father sister brother uncle aunt auntie grandmother grandfather son daughter child wife husband partner girlfriend boyfriend cousin niece nephew grandson granddaughter grandchild friend neighbour neighbor colleague flatmate mate family boss baby parent relative cat dog kitten stepfather sister-in-law twin'.split(
    ' ',
  ),
);

/** Tests and examinations as patients call them: a word that starts with one of these, and what it is of. */
export const testWords =
  /\b(?:(?:my|the|that|your|our) (?:samples?|pot)|(?:heart|blood|lung|kidney|liver|thyroid|urine|sugar|hearing|eye|breath|allergy) tests?|(?:ultra|ct|cat|mri|head|brain|lung|body)[ -]?(?:sound|scans?)|scans?|scanned|scanner|ultrasound|mri|x[- ]?rays?|ct|radiograph|bloods|blood (?:test|count|result|work)s?|tests? (?:came|come|was|were|is|are|result|show)\w*|results?|swabs?|swabbed|culture|cultures|lab|labs|ecg|ekg|tracing|heart trace|cardiogram|troponins?|crp|inflammation (?:marker|level|value)s?|inflammatory markers?|white (?:blood )?(?:cells?|count)|d-?dimer|clotting (?:test|marker)|bnp|oxygen|saturation|sats|o2|spo2|finger clip|peak flow|blowing test|spirometry|dipstick|urine (?:test|sample)|water sample|stool (?:test|sample|culture)|poo sample|lumbar puncture|spinal (?:tap|fluid)|biopsy|scrapings?|patch test\w*|skin test|monospot|mono test|antibod(?:y|ies)|liver (?:test|value|enzyme|function)s?|enzymes|antigen|pcr|thermometer|pulse|heart rate|blood pressure (?:was|is|reading|came|measured)|bp|breathing rate|respiratory rate|eye chart|visual acuity|microscope|examination|examined|stethoscope|murphy|guarding|rebound|crackles|crackling|spleen|exudate|jugular|neck veins|reflexes|shadow on)\b/;

/** What one says of a result. */
export const resultWords =
  /\b(?:show(?:s|ed|n|ing)?|found|find|reveal\w*|came back|come back|comes back|came out|result\w*|was|were|is|are|read|reads|confirm\w*|picked up|saw|see|seen|said|says|say|positive|negative|raised|elevated|high|higher|low|lower|normal|abnormal|clear|up|down|grew|grown|detected|measured|has|had|have|told|heard|felt|pressed|tested|gave|dropped|fell|proved|proves|turned|full of|grew|growing|spotted|lit up|points? to|proves)\b/;

/** Words of disease in everyday speech, for names that laymen do not use: [what the name says, what people say]. */
export const layNames: readonly (readonly [RegExp, string])[] = [
  [/appendic/, 'appendix|burst appendix|grumbling appendix|appendectomy'],
  [/cholecyst|gall ?bladder/, 'gallbladder|gall bladder|gallstone attack|bile duct'],
  [/ureteric|renal colic|urolith|nephrolith/, 'kidney stone|stone stuck|stone moving|kidney|ureter|stone'],
  [
    /mening/,
    'meninges|brain infection|infection of the brain|infection round the brain|infection around the brain|brain inflammation|lining of the brain|brain lining|brain fever',
  ],
  [
    /subarachnoid|aneurysm/,
    'brain bleed|bleed on the brain|bleed in the brain|bleeding in my head|bleed in my head|bleed in the head|bleeding in the brain|bleeding on the brain|brain haemorrhage|brain hemorrhage|burst blood vessel|burst vessel|ruptured vessel|aneurysm|blood round the brain|burst artery|vessel burst|bled into my brain',
  ],
  [/pulmonary embol|lung embol/, 'clot lung|clot lungs|blood clot|embolism|embolus|clot chest|clot travelled|clot'],
  [
    /coronary|myocardial infarct/,
    'heart attack|coronary|angina|infarct|infarction|blocked artery|blocked arteries|heart artery|clogged artery|artery blocked|cardiac event|heart is starved|heart muscle dying',
  ],
  [
    /pneumonia/,
    'lung infection|infection on the lung|chest infection|infected lung|inflammation of the lung|lung inflammation',
  ],
  [
    /heart failure|cardiac failure/,
    'failing heart|heart is failing|weak heart|heart failing|water on the lungs|fluid on the lungs|fluid on my lungs|water on my lungs|heart cannot pump|pump is failing|heart not pumping|heart too weak|weakness of the heart|heart giving out|heart is giving out|heart not coping|heart is not strong enough',
  ],
  [/mononucle|glandular fever/, 'glandular|kissing disease|mono|epstein|mononucleosis|kissing bug|kissing sickness'],
  [/tonsil/, 'tonsils|tonsil|strep|streptococcus|quinsy|infected tonsils'],
  [/zoster|shingles/, 'shingles|zoster|chickenpox virus|chickenpox come back|chickenpox coming back|belt of roses'],
  [/varicella|chickenpox/, 'chickenpox|chicken pox|varicella|the pox'],
  [/urticaria|hives/, 'hives|urticaria|nettle rash|nettlerash'],
  [/tinea|mycosis|fungal/, 'fungus|fungal|ringworm|tinea|athlete foot|mycosis|yeast infection|fungi'],
  [/conjunctiv/, 'conjunctivitis|pink eye|pinkeye|eye infection|infected eye'],
  [/hordeol|stye/, 'stye|sty|hordeolum'],
  [/rosacea/, 'rosacea|couperose'],
  [/psoria/, 'psoriasis|psoriatic'],
  [
    /seborr/,
    'seborrheic|seborrhoeic|seborrhoea|seborrhea|dandruff of the face|greasy eczema|cradle cap|dandruff on the face|facial dandruff',
  ],
  [
    /gastroenter/,
    'gastroenteritis|stomach flu|stomach bug|tummy bug|food poisoning|gastric flu|norovirus|gastro|salmonella|campylobacter|enteritis',
  ],
  [/reflux/, 'reflux|gerd|gord|acid disease|acid reflux'],
  [/panic/, 'panic attack|panic disorder|anxiety attack|hyperventilating|hyperventilation|panicking|panic'],
  [
    /costochond|chest wall/,
    'costochondritis|rib cartilage|cartilage|chest wall|tietze|inflamed rib|rib joint|strained rib muscle|muscle strain chest|costochondral',
  ],
  [/asthma/, 'asthma|asthmatic|bronchospasm|reactive airways'],
  [/common cold|rhinitis/, 'common cold|head cold|a cold|nasty cold|just a cold|bad cold|the cold virus|rhinitis'],
  [/atopic|eczema/, 'eczema|atopic|neurodermatitis'],
  [
    /allergic contact/,
    'contact allergy|contact dermatitis|allergic dermatitis|contact eczema|allergic to the dye|allergic to hair dye|allergic to the hair dye|allergic to my hair dye|hair dye allergy|dye allergy|allergy to the dye|allergy to hair dye|allergic contact|reaction to the dye|reaction to hair dye',
  ],
  [/migraine/, 'migraine|hemicrania'],
  [/tension/, 'tension headache|stress headache|tension type|headaches from tension|muscle tension headache'],
];

export interface Saying {
  readonly words: readonly string[];
  readonly keys: readonly string[];
}

const lines = sayings.trim().split('\n');

/** The sayings, each with its words as written. */
export const allSayings: readonly Saying[] = lines.flatMap((line) => {
  const [keys = '', phrases = ''] = line.split(':');
  return phrases.split('|').map((phrase) => ({ words: phrase.trim().split(' '), keys: keys.trim().split(' ') }));
});

export const holdingWords: ReadonlySet<string> = new Set(holding.split(/\s+/));
export const irregularForms: ReadonlyMap<string, string> = new Map(
  irregular.split(/\s+/).map((pair) => pair.split(':') as [string, string]),
);

/** What a question is about, in words that neither the case nor the library has for it: finding, and a pattern. */
export const topics: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^current-medicines$/,
    /medic|tablet|pill|prescri|drug|pharmacy|chemist|herbal|supplement|take (?:any|every)|taking|anything regular/,
  ],
  [/^(?:contraceptive|hormone-use)$/, /\bpill\b|hormon|contracep|birth control|coil|medic/],
  [/^allergies$/, /allerg|react|tolerat/],
  [
    /^past-illnesses$/,
    /illness|condition|medical history|health problem|other health|ever been (?:ill|in hospital)|diagnos|suffer|hospital|long-term/,
  ],
  [/^past-operations$|^appendix-removed$/, /operat|surg|under the knife|procedure|hospital/],
  [/^family/, /family|relative|parents?\b|mother|father|mum\b|dad\b|brother|sister|inherit|runs? in/],
  [/^occupation$/, /\bjob\b|\bwork|living\b|occupation|profession|retired|employ/],
  [
    /^living-situation$/,
    /\bhome\b|\blive\b|living with|lives with|household|look after|partner|married|who is with|house\b|alone|support/,
  ],
  [/^pregnancy$/, /pregnan|period|expecting|baby/],
  [
    /^treatments-tried$|^relieved-by/,
    /tried|treat|take anything|taken (?:any|some)|help|remed|relie|ease|painkill|done for|better|medicine/,
  ],
  [
    /^possible-trigger$/,
    /trigger|set it off|bring it on|brought|doing (?:when|at)|cause|happen|unusual|start|before this|before it/,
  ],
  [/^ideas$/, /think|idea|cause|wonder|suspect|your view|own mind|going on|reckon/],
  [/^concerns$/, /worr|concern|afraid|fear|scare|fright|bother|on your mind|anxious|nervous/],
  [/^expectations$/, /hope|hoping|expect|want|like (?:me|us|from|to)|help you|can i do|wish/],
  [/^treatment-wishes$/, /treatment|wish|prefer|want|rather|operation|would you|feel about/],
  [/^sick-contact$|^contact-with/, /anyone|anybody|someone|contact|around|others|else (?:ill|sick)|nobody|people|near/],
  [/^recent-travel$/, /travel|abroad|holiday|trip|country|away/],
  [/^smoking$/, /smok|cigar|tobacco|vap|habits|lifestyle/],
  [/^alcohol$/, /drink|alcohol|beer|wine|habits|lifestyle/],
  [/^stress$|^anxiety-history$/, /stress|strain|pressure|worr|how are things|sleep|mood|nerves|anxi|panic/],
  [
    /^previous-similar-episodes$/,
    /before|first time|ever had|previous|again|earlier|last time|often|how many times|in the past/,
  ],
  [/^suspicious-food$|^new-food-or-medicine$/, /\beat|\bate\b|food|meal|takeaway|new (?:food|medicine|tablet)/],
  [/^new-contact-substance$/, /new |cream|cosmetic|soap|product|perfume|jewel|glove|dye|hair|touch|contact|washing/],
  [/^animal-or/, /pet|animal|cat|dog|gym|shower|pool|swim/],
  [/^fever$/, /temperature|fever|hot\b/],
  [/^(?:weight-loss)$/, /weight|kilo|pounds|clothes/],
  [/^frequent-urination$|^painful-urination$|^blood-in-urine$/, /urin|pee|water|wee|toilet/],
  [/^constipation$|^diarrhoea$|^blood-in-stool$/, /bowel|stool|poo|toilet|motion/],
  [/^loss-of-appetite$|^worse-after-meals$|^pain-after-fatty-food$/, /appetite|\beat|food|hungry|meal/],
  [/sweat/, /sweat|clammy|hot\b/],
  [/^fatigue$/, /tired|energy|fatigue|sleep|worn|exhaust|strength/],
  [/^unaccustomed-lifting$/, /lift|strain|exert|heavy|exercise|gym|injur|fall\b/],
  [/^recent-immobility$/, /immobil|flight|journey|bed\b|plaster|operation|surgery|travel|sitting/],
  [/-affected$|-band$/, /where (?!did)|anywhere else|other place|spread|which part|else on your body|other parts|site/],
  [/^night-time-cough$|^waking-breathless$|^night-sweats$/, /night|sleep/],
];
