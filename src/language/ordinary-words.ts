import { otherWords } from './other-words.ts';
import { stemOf } from './words.ts';

/**
 * Words of everyday speech that are no misspelling, though a word of the vocabulary is near: "heard" is not "heart". Words
 * that the lexicon holds need not stand here.
 */
export const ordinaryWords: ReadonlySet<string> = new Set(
  `about above accept account across action actual actually added address admit afford afternoon again against agree
   ahead allow almost along already always among amount anger angle another answer anybody anyhow anyone anything anyway
   apart appear apple apply appointment april argue around arrange arrive aside asked asking asleep assume attempt august
   aunt autumn avoid aware awhile baby backed badly baked basic basis beach beans became because become before began
   begin begun behave behind being believe below bench beside besides better between beyond birth birthday black blame
   blind board books boost borrow bother bottle bottom bought bound boxes brain branch brand brave bread break breakfast
   bridge brief bright bring broad broke brought brown brush build built bunch burst business busy button buying
   cabin called calls calm camera campus cannot capital career careful carry cases catch caught cause center central
   certain chain chair chance change charge chart chase cheap cheese child choice choose chose church circle city
   claim class clean clear clearly climb clinic clock close closed closely closer clothes cloud coach coast coffee
   collect college color comes coming common company compare complete concern condition confirm consider contain contact
   continue control convince cook cooking cool corner correct cost couch could count country couple courage course court
   cousin cover crash crazy cream create cross crowd crying curious current curve custom daily damage dance danger
   dating daughter death debate december decent decide decision deeply degree delay deliver depend describe desk detail
   dinner direct direction dirty discuss distance doctor doing dollar door doubt downstairs dozen draft drama drank draw
   drawn dream dress dressed drive driver driving during early earn easier easily eastern easy effect effort eight
   eighth eighty either eldest election eleven else empty ending enjoy enough enter entire entirely equal escape
   especially evening event events eventually every everybody everyone everything everywhere exact exactly example
   excellent except excite excuse expect expert explain explore express extra extremely facing fact factor fairly faith
   falling false familiar family famous fancy father fault favor favorite favourite february feeling feels fellow female
   fifteen fifth fifty fight figure filled final finally finding finger finish first fixed flight floor flowers focus
   follow following force foreign forget forgot formal former forth forty forward found fourth frame fresh friday friend
   friends front fruit fully funny further future garden gather general gentle getting giant girls given giving glass
   going gonna gotta grade grand grandma grandpa grant great green ground group grown growth guard guess guest guide
   habit handle hands happen happened happens happy hardly having heard hearing heavy height hello helped helpful helps
   herself hidden higher highly himself hired history holding holes homes honest hopefully horse hospital hotel hours
   house however huge human hundred hurry husband ideal identify ignore image imagine improve include including indeed
   inside instead interest island issue items itself january jersey jobs joined joining joke judge july june keeping
   kept kinda kindly kitchen knock known knows lady large largest later laugh laundry learn learned least leave leaving
   legal length lesson letter level light liked likely limit lines listen little lived lives living local locked longer
   looked looking looks losing lovely lower lucky lunch machine magic mainly major making manage march marked market
   married matter maybe mayor means meant medical meeting member mention mentioned middle might military million minor
   minute minutes mistake model modern moment monday money month months moral morning mostly mother motion mouse moved
   movie movies moving music myself named national natural nature nearby nearly neighbor neither never nicely night
   nights nobody noise normal normally north notes nothing notice noticed november number object obvious obviously
   october offer offered office officer often older oldest opened opening opinion option orange order other others
   ought outside outside overall owner package pages paid paint paper pardon parent parked party passing past patient
   paying people perfect perhaps period person personal phone photo piece pieces pizza place places plain plane plans
   plant plate play played player playing please plenty pocket point points police policy polite poorly popular
   position possible possibly pound power practice prefer prepare present pretend pretty prevent previous price primary
   print prior private probably problem produce product program promise proper properly protect proud prove provide
   public pulled purpose pushed putting quarter question questions quick quickly quiet quite raised range rapid rarely
   rather reach reached read reading ready realize really reason reasons recall receive received recent recently record
   records reduce refer regard regarding regular regularly relate relative relax remain remember remind remove rented
   repeat replace report request require rescue research respect rest restaurant result results return returned review
   right river rough round route running safely saturday saved saying scale scared scene school score search season
   second secret section secure seeing seemed seems selling sending sense separate september series serious seriously
   serve service session setting settle seven seventh several shape share sharing shelf shift shirt shoes shopping short
   should shouldn showed showing shown sides signed simple simply since singing single sister sitting situation sixteen
   sixth sixty skill sleep slept slight slightly slowly small smart smell smile smooth snow soccer social softly
   solid solve somebody somehow someone something sometime sometimes somewhere sorry sounds source south space speak
   special specific speech speed spell spend spent spoke spoken sport sports spread spring square staff stage stairs
   stand standing start started starting state stated states station stayed staying steps still stock stomach stone
   stood stopped store stories storm story straight strange street strong student studies study stuff style subject
   success suddenly suggest suggested summer sunday supper support suppose supposed surely surface surprise system
   table taken takes taking talked talking taste taught teach teacher tennis terms terrible thank thanks their theirs
   themselves there therefore these thing things think thinking third thirty those though thought thousand three
   through throughout throw thrown thursday ticket tight times title today together tomorrow tonight topic toppings
   total touch toward towards tower track trade train training treat trees trial trick tried tries truck truly trust
   truth trying tuesday turned turning twelve twenty twice types typical typically under understand understood unless
   until upper upset upstairs using usual usually vacation valley value various version video view visit visited visits
   voice waiting walked walking walks wanna wanted wants watch watched watching water wednesday weekend weeks weird
   welcome western whatever wheel whenever where whereas wherever whether which while white whole whose widely wife
   window winter wished within without woman women wonder wonderful wondering words worked worker working works world
   worse worst worth would wouldn write writing written wrong years yellow yesterday younger yours yourself youth
   aspirations operate operates operating afterwards although basically certainly definitely everyday exciting generally highlight honestly literally
   meanwhile nowadays otherwise personally presumably specifically therefore unfortunately whatsoever ${otherWords}`.split(
    /\s+/,
  ),
);

/** Everyday words that name a finding by themselves only where nothing else stands with them: "any pets?", "hair?" */
const everyday =
  `over talk pop turn limit relate rest scale section social solid speed support upper motion object plant prefer product
   protect ring circle click image interest named national focus friend glass avoid apart behave admit afford busy button
   brush contact crash cream cut degree depend drive empty expect faith growth height home house legal lock money
   comfortable sit slow smile sport singing hope work walk catch hear teacher birthday grade breakfast fruit garden
   student study business church wife husband spot rupture scan result school pharmacy
   job kids kid dog dogs cat cats children hair coffee cold hospital voice army college hungry partner boyfriend
   girlfriend jail prison sun gas cry guns weapons wine flight burn taste memory career careers operation
   operations bite animals birds insurance bullet television
   travel circumstances behavior behaviour candy arrested divorce birth spit hurting cattle holiday homework
   soda makeup vision throat teeth ears stones nails nail financial dust before apart home
   water walking slip yellow incision stent forehead shaking test racing names support scope band hole scale
   peanut welding welder flare days spot mat opposite takeaway murky solids exertion drive identity nap perfume
   cleaners soaps steps grip lips thumb lungs kidneys grown born bed story pattern clothes wet talk bet related relevant contact share student sits dry loose heavy
   raised hot tight high low big light sound noise bright clear strong rough sharp
   tar frequency straining pumping arching dummy steal stealing expelled tutor tease teased tearing tripping ashamed
   violent aggressive reckless reliving fasting organized relapse witness witnessed shunt wandering squeak breath gulp
   spew hurl heave heaving nodes acid brash shaking shakes dead fizzing warmth lesions scrape scratches scratch mass
   bump wind consistency piles grapes lapses sparks fall fallen boot splint brace development crawl labor
   terminations para feeding nursing feeds latch coping cope humming ringing coordination scope echo tested
   tears sandy rainbows patches pale band belt strip stripe crops batches spicy nuts metal gloves soap glue trip
   vacation puff puffing suspect theory explanation ice massage damp carpet procedure procedures theatre lift hop pace
   chips jumping twisting navel blush flush flood flooding hive border circular 
        intimate gay angry anger temper opposite scare scared afraid frightened burden tense
   tension strain hectic add ambulance boss race fun active salt bike golf safety batch peel flaking weep drainage goo
   matting lens lid halo doubled gaseous stable function washing wipes grip tan hash pot weed mushrooms substances
   edibles recreational tea drained energy flagging shattered alertness rambling foggy muddled strained spirits drinks
   dose doses supplements circulation glands breakdown rupture plumbing mobility puncture node dead stumble tumbles
   slipped loc collapse collapsed balloon ballooned dripping trickle sick distress sugar nerves nerve stick
   barking jerking fit signs radiation grade`.split(/\s+/);
let stems: ReadonlySet<string> | null = null;

export function everydayStems(): ReadonlySet<string> {
  stems ??= new Set(everyday.map(stemOf));
  return stems;
}

/** Words of asking that keep no company: "any trouble with your hair lately?" asks for the hair alone. */
export const emptyWords: ReadonlySet<string> = new Set(
  `trouble problem problems issue issues change changes changed difficulty difficulties history symptoms concern concerns
   lately usual usually now today good bad okay ok lot bit much many often time times thing things kind sort type year years week
   weeks month months day days past long new like normal normally general generally moment recent currently regular regularly
   tell else other still enough too more less most least own old live living nowadays right see notice noticed have know ask say mean meaning gone down up deal part come comes troubled particularly something
   anything should may want child free before same fine clear stopped`.split(/\s+/),
);
