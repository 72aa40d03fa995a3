/**
 * What people say instead of naming a finding: "it came straight back up", "I slept like a baby". The auditor's own; it
 * reads the plain text of a clause, with contractions written in full.
 */
export interface Depiction {
  readonly finding: RegExp;
  /** Says that it is so, or is not, whatever was asked. */
  readonly yes?: RegExp;
  readonly no?: RegExp;
  /** Says so only as an answer to a question about it. */
  readonly yesAsked?: RegExp;
  readonly noAsked?: RegExp;
  /** A question that asks for the contrary: "Can you lie flat?" */
  readonly turned?: RegExp;
}

const meal = '(?:food|meals?|breakfast|lunch|supper|dinner|tea|bite|plate|pasta|toast|soup)';
const hot = '(?:thirty (?:eight|nine)|forty|3[89]|40)';

const skin = (finding: RegExp, where: string): Depiction => ({
  finding,
  yes: new RegExp(
    `\\b(?:all over|covered|covering|spread to|red|rash|spots?|patch(?:es)?|bumps?|scal[ey]\\w*|itch\\w*|got it|it is) (?:\\w+ ){0,4}(?:on|over|in|to|across|between|behind|round) (?:\\w+ ){0,2}(?:${where})\\b`,
  ),
  yesAsked: new RegExp(
    `\\b(?:on|over|in|to|across|between|behind|round) (?:both |all |the |my |of )*(?:\\w+ )?(?:${where})\\b|\\b(?:${where}) (?:\\w+ )?(?:is|are|has|have|got|itch\\w*|look\\w*) (?:\\w+ )?(?:covered|full|red|scaly|bad|too|as well|rough|sore|itch\\w*)\\b`,
  ),
  no: new RegExp(
    `\\b(?:${where}) (?:\\w+ ){0,2}(?:is|are|was|were|has|have|stay\\w*|look\\w*|got|remain\\w*) (?:\\w+ ){0,2}(?:clear|clean|free|spared|untouched|smooth|perfect|nothing|soft|left alone)\\b|\\b(?:nothing|not a (?:spot|mark|thing|bump|patch|flake)|none|no (?:spots?|marks?|bumps?|patches|rash|flakes)) (?:\\w+ ){0,2}(?:on|in|round|behind|over) (?:my |the )?(?:\\w+ )?(?:${where})\\b`,
  ),
  noAsked: new RegExp(
    `\\b(?:${where}) (?:\\w+ ){0,2}(?:is|are|stay\\w*|look\\w*|remain\\w*) (?:\\w+ ){0,2}(?:fine|ok|okay|all right|alright|normal|good)\\b`,
  ),
});

export const depictions: readonly Depiction[] = [
  {
    finding: /^vomiting$/,
    yes: /\b(?:lost|lose|losing|parted with|saw again) my (?:breakfast|lunch|supper|dinner|tea|food)\b|\bhead (?:over|in|down) (?:a|the) (?:bucket|bowl|toilet|sink|basin)|\b(?:was|been|being|got) sick (?:in|into|over|on|out|twice|once|\w+ times)\b|\b(?:breakfast|lunch|supper|dinner|food|everything|it all) (?:\w+ )?(?:came|comes|come) (?:\w+ )?(?:back )?up\b|\b(?:puk|retch|spew)\w+|\b(?:hugging|over|hung over|on my knees by) the (?:toilet|bowl|bucket|loo)\b|\bthrew (?:it|everything|all of it|my \w+) (?:back )?up\b|\bbrought (?:it|everything|all of it|them|my \w+) (?:all )?(?:back )?up\b/,
    yesAsked:
      /\b(?:came|comes|come|coming|brought|bring|threw) (?:\w+ ){0,3}up\b|\bsick (?:as a dog|twice|once|\w+ times)\b|\b(?:twice|once|\w+ times) (?:today|since|last|this)\b/,
    no: /\b(?:kept?|keep(?:ing)?|managed to keep|held?|hold(?:ing)?) (?:\w+ ){0,4}down\b|\bnothing (?:\w+ )?(?:came|come|coming|comes) (?:back )?up\b|\b(?:food|everything|meals?|it) (?:\w+ )?(?:has |have )?stay(?:s|ed)? (?:down|put|in|where)/,
    noAsked: /\bonly felt like it\b|\bstays? (?:down|put|in)\b|\bstomach (?:has )?(?:held|behaved)/,
    turned: /\bkeep (?:\w+ )*down\b/,
  },
  {
    finding: /^nausea$/,
    yes: /\bstomach (?:is |keeps |was )?(?:turn|churn|heav|roll|flip)\w*|\bgreen (?:about|round|around|in) the\b|\bqueas\w+|\bturns? my stomach\b/,
    no: /\bstomach (?:is |has been |was |feels )?(?:\w+ )?(?:settled|calm|rock solid|steady|as calm)\b|\bnever felt sick\b/,
    noAsked: /\bstomach (?:is |has been |feels )(?:\w+ )?(?:fine|ok|okay|all right|good)\b/,
  },
  {
    finding: /^loss-of-appetite$/,
    yes: new RegExp(
      `\\bcan not (?:get|face|stomach|look at|bear|manage) (?:\\w+ ){0,3}(?:${meal}|eat\\w*|down|thing)|\\bgone (?:right )?off (?:\\w+ )?(?:everything|food|my)|\\b(?:push(?:ed|es)?|picked?|pick(?:ing)?|poke\\w*|leave|left|leaving) (?:\\w+ ){0,3}(?:plate|food|supper|dinner|lunch)(?: away)?\\b|\\bhave to force (?:myself|it|\\w+) |\\bforc\\w+ (?:myself to eat|food|it down)|\\bnot (?:a bite|a crumb|a morsel)\\b|\\bfood (?:just )?(?:does not|has no|holds no|puts me off|turns)|\\bno interest in (?:food|eating)|\\bcan hardly (?:eat|get)|\\blive on (?:tea|water|air)`,
    ),
    yesAsked:
      /\b(?:lost|gone|vanished|disappeared|non existent|nothing tempts|nothing tastes|hardly (?:touch|a)\w*|barely (?:touch|a)\w*|skip\w*|no desire|poor)\b|\bcould not face\b/,
    no: /\b(?:eat|eats|eating|ate|eaten) (?:\w+ )?(?:like (?:a|an) \w+|for (?:two|three)|well|normally|anything|everything|plenty|loads|as (?:much|well|usual|always))\b|\bwolf\w*|\b(?:second|seconds|third) helping|\bback for seconds\b|\b(?:clean\w*|empt\w+|finish\w*|clear\w*|licked|polish\w*) (?:\w+ ){0,3}(?:plate|bowl|lot)\b|\bcould eat a horse\b|\b(?:starving|ravenous|famished|peckish)\b|\bstuff\w* myself\b|\b(?:devour|gobbl)\w+|\balways hungry\b|\btuck(?:ed|ing)? in\b|\bhungry as\b|\bappetite (?:\w+ ){0,3}(?:good|fine|great|grand|healthy|as ever|the same|normal|unchanged|enormous|bigger|better)\b/,
    noAsked:
      /\bhungry all\b|\b(?:had|ate|eaten) (?:two|three|four|five|six|a (?:big|full|whole|proper|good|large))\b|\bcould eat\b|\bas (?:always|ever|usual)\b|\bsame as (?:ever|always|usual)\b|\beat(?:ing)? (?:fine|ok|okay)\b|\bstill (?:enjoy|love|like)\b|\bbig (?:supper|breakfast|lunch|dinner|plate)\b/,
    turned: /\bhow is|\beat(?:ing)? (?:well|normally|ok)|\bhungry\b|\bgood appetite\b/,
  },
  {
    finding: /^diarrhoea$/,
    yes: /\b(?:like|as) water\b.*\b(?:toilet|bowel|stool)|\b(?:glued|chained|married|living) (?:to|on|in) the (?:toilet|loo|bathroom)|\bruns right through me\b|\bstraight through me\b/,
    yesAsked:
      /\b(?:like|just|all|only) water\b|\brunny\b|\b(?:eight|ten|twelve|six|seven|nine|dozen) times\b|\bpour\w*/,
    no: /\b(?:stools?|motions?|bowels?) (?:\w+ ){0,3}(?:firm|solid|hard|formed|regular|normal|fine)\b|\bclockwork\b/,
    noAsked: /\b(?:solid|firm|formed|hard as|once a day|well shaped)\b/,
  },
  {
    finding: /^constipation$/,
    yes: /\b(?:stuck|blocked up|bunged up|backed up)\b|\bnot (?:been|gone) (?:\w+ )?(?:for|in) (?:\w+ ){0,2}(?:days|week)/,
    no: /\bclockwork\b|\b(?:go|been going|open my bowels) (?:\w+ )?(?:every (?:day|morning)|daily|regularly)\b/,
    noAsked: /\bevery (?:day|morning)\b|\bno (?:trouble|bother|problem)\b|\b(?:runs|loose|easily|regular)\b/,
  },
  {
    finding: /^fever$/,
    yes: new RegExp(
      `\\b(?:roast|boil|burn)(?:ing|ed)? (?:hot|up|like)|\\bfr(?:y|ied) an egg|\\bhot as (?:a|an) (?:oven|stove|furnace)|\\btemperature (?:\\w+ ){0,3}${hot}\\b|\\b(?:thermometer|it) (?:said|read|showed) (?:\\w+ ){0,2}${hot}\\b|\\bon fire all over\\b`,
    ),
    yesAsked: new RegExp(
      `\\b${hot}\\b(?! (?:minutes|hours|days|weeks|years))|\\b(?:roasting|boiling|burning|sweltering|baking)\\b|\\b(?:hot and cold)\\b`,
    ),
    no: /\b(?:cool as|temperature (?:\w+ ){0,2}(?:normal|fine|ok|okay|perfect|spot on))\b|\b(?:thermometer|it) (?:said|read|showed) (?:\w+ )?(?:normal|thirty (?:six|seven)|3[67])\b/,
    noAsked:
      /\b(?:thirty six|36)\b|\bcool\b|\bnot (?:felt |been )?hot\b|\bit was (?:\w+ )?(?:fine|normal|ok|okay)\b|\bnothing (?:of the sort|like that)\b/,
  },
  {
    finding: /^chills$/,
    yes: /\bteeth (?:\w+ )?(?:chatter|clatter)\w*|\bshak(?:e|ing|en) (?:\w+ )?(?:with cold|like a leaf|the bed)|\bgoose ?(?:bumps|flesh|pimples)|\b(?:shiver|shudder)\w*|\bcould not get warm\b/,
    noAsked: /\bwarm as toast\b|\bwarm enough\b|\bnever (?:cold|shook)\b/,
  },
  {
    finding: /^fatigue$/,
    yes: /\bdead on my feet\b|\b(?:can|could) (?:hardly|barely|scarcely) (?:keep my eyes|stand|get (?:up|out|through|off)|lift|put one foot|drag)|\bdrag\w* myself\b|\bsleep all day\b|\bfall asleep (?:at|in|on|over|on my)|\bbattery (?:is )?(?:flat|empty)|\bno (?:strength|energy|get up and go)\b|\bzonked\b|\bflat out on\b/,
    no: /\bfull of (?:beans|energy|life)\b|\b(?:bags|loads|lots|plenty|tons) of (?:energy|strength|go)\b|\bfresh as a daisy\b|\bfit as a (?:fiddle|flea)\b|\b(?:run|ran|could run) (?:a )?(?:marathon|miles|for miles)\b|\bbounc\w+ (?:around|about|out)|\bwide awake all day\b|\benergy (?:\w+ ){0,3}(?:fine|normal|good|great|plenty|same|to spare)\b|\bon top form\b|\bnever (?:felt|been) (?:fitter|better|more awake)/,
    noAsked: /\bas (?:strong|fit|lively) as\b|\bi feel (?:strong|great|fine|fit|fresh)\b/,
  },
  {
    finding: /^poor-sleep$/,
    yes: /\b(?:toss\w* and turn\w*|wide awake (?:at|all|half|every)|stare at the ceiling|(?:hardly|barely|scarcely) (?:\w+ )?(?:slept|sleep|closed my eyes)|count\w* sheep|not (?:had |get |got )?a wink|up half the night|up all night|awake (?:half|most of|all) (?:of )?(?:the )?night)\b/,
    yesAsked:
      /\bhardly\b|\bbadly\b|\bterribl[ey]\b|\b(?:keeps?|wakes?|woke|waking) me\b|\bin bits\b|\bnot (?:much|well|really|good)\b|\bawful\b/,
    no: /\bsleep (?:\w+ )?(?:like (?:a|the) (?:log|baby|top|stone|dead|lamb|bear|dormouse|child|rock|babe)|right through|soundly|through the night|well|fine|just fine|perfectly|deeply|a treat|as well as)\b|\bslept (?:\w+ )?(?:like (?:a|the) (?:log|baby|top|stone|dead|lamb|bear|dormouse|child|rock|babe)|right through|soundly|through the night|well|fine|perfectly|a treat)\b|\bout (?:like a light|as soon as my head)\b|\bhead hits the pillow\b|\b(?:eight|nine|ten) (?:\w+ )?hours (?:\w+ ){0,3}(?:night|solid|straight|sleep|every)\b/,
    noAsked:
      /\bvery well\b|\bsoundly\b|\blike a (?:log|baby|top|stone|lamb)\b|\bno (?:trouble|problem)\b|\bright through\b/,
    turned: /\bhow (?:do|are|is|have|did)|\bsleep(?:ing)? (?:well|ok|okay|all right|through|enough)\b/,
  },
  {
    finding: /^breathlessness$|^breathless-on-exertion$/,
    yes: /\bgulp\w* (?:for )?air\b|\bgasp\w*|\bfight\w* for (?:air|breath|every)|\b(?:pant|puff|wheez|huff)\w* (?:like|after|when|up|on|my)|\b(?:can|could) (?:hardly|barely|not) (?:breathe|get (?:\w+ )?(?:air|breath)|catch|draw|finish a sentence)|\bnot (?:enough|getting any) air\b|\bsuffocat\w*|\bstop (?:\w+ )*(?:for breath|to get my breath|for air)\b/,
    no: /\bbreath\w* (?:\w+ ){0,2}(?:freely|easily|easy|calm\w*|fine|normal\w*|ok|okay|as (?:good|easy|well)|like always|perfectly|steady|quite well|the same)\b|\bplenty of (?:air|breath|puff)\b|\bair (?:goes|comes|gets) in\b|\b(?:run|ran|race|climb\w*|walk\w*|cycle|dance)\b.* (?:without|and not) (?:\w+ )*(?:puff|stop|breath|pant)\w*|\bnever out of (?:breath|puff)\b|\blungs (?:are|feel|work) (?:\w+ )?(?:fine|like|strong|good)/,
    noAsked:
      /\b(?:climb|run|walk|manage|take) (?:\w+ ){0,3}(?:stairs?|flights?|miles?|hills?|steps) (?:\w+ ){0,3}(?:no|without|easily|fine|at a run|like)\b/,
  },
  {
    finding: /^breathless-lying-flat$/,
    yes: /\b(?:choke|drown|suffocate|gasp)\w*\b|\b(?:two|three|four|several|extra|stack of) pillows\b|\bprop(?:ped)? (?:\w+ )?up\b|\bsleep (?:\w+ )?(?:sitting|upright|in (?:the|a|my) (?:chair|armchair|recliner))/,
    no: /\bflat as a (?:pancake|board|plank)\b|\b(?:one|no|without a|single) (?:\w+ )?pillows?\b|\b(?:lie|lying|sleep) (?:\w+ )?flat (?:\w+ )?(?:is |all night|no|without|just|fine|on my back|quite|like)\b/,
    turned: /^(?!.*\b(?:breath|choke|air|gasp|trouble|hard)).*\b(?:can|able|do|manage|comfortable)\b.*\bflat\b/,
  },
  {
    finding: /^waking-breathless$|^night-time-cough$/,
    no: /\bsleep (?:\w+ )?(?:right )?through\b|\btill the alarm\b|\bnights? (?:are|is) (?:\w+ )?(?:quiet|peaceful|calm|fine|undisturbed)\b|\bundisturbed\b|\bnever wakes? me\b/,
    yesAsked:
      /\b(?:wakes?|woken|woke|waking|up) (?:me |up )?(?:\w+ )?(?:twice|gasp\w*|cough\w*|times|night|nights|at)\b|\bkeeps me (?:up|awake)\b/,
  },
  {
    finding: /^cough$/,
    yes: /\b(?:hack|bark)\w* (?:away|cough|like|all|my)|\bcough\w* (?:my (?:guts|lungs|head|heart)|day and night|all (?:day|night)|like)|\bcan not stop coughing\b/,
    yesAsked: /\b(?:hack|bark)\w*|\ball (?:day|night)\b/,
    no: /\bnot coughed once\b/,
    noAsked: /\bnot (?:so much as|even|once)\b|\b(?:chest|lungs?) (?:is|are) (?:\w+ )?(?:clear|quiet|fine)\b/,
  },
  {
    finding: /^coughing-blood$/,
    yesAsked: /\b(?:red|blood\w*|pink|rust\w*|streak\w*)\b/,
    noAsked: /\b(?:just|only|always) (?:\w+ )?(?:clear|white|yellow|green|slime|phlegm)\b/,
  },
  {
    finding: /^more-or-greener-phlegm$|^thick-nasal-discharge$/,
    yesAsked: /\b(?:thick|green\w*|yellow\w*|loads|cupfuls?|more than)\b/,
    noAsked: /\b(?:clear|thin|watery|white|like water|dry|the same)\b/,
  },
  {
    finding: /^wheeze$/,
    yesAsked: /\b(?:kettle|squeak\w*|accordion|bagpipes?|sing\w*|harmonica|organ)\b/,
    noAsked: /\b(?:quiet|silent|clear)\b/,
  },
  {
    finding: /^hoarseness$/,
    yes: /\b(?:only|just|can only|have to) whisper\b|\blike a (?:frog|crow|rusty \w+)\b|\bcroak\w*|\bvoice (?:\w+ )?(?:gone|is rough|cracks|breaks|has packed|went)\b|\bnot a sound comes\b/,
    no: /\bvoice (?:\w+ ){0,3}(?:same|fine|normal|clear|as (?:ever|always)|strong|good|itself)\b|\bsound (?:\w+ )?(?:like i always|the same|as (?:always|ever|usual)|normal|like myself)\b|\bsing (?:like|as)\b|\bclear as a bell\b/,
  },
  {
    finding: /^sore-throat$|^painful-swallowing$/,
    yes: /\bthroat (?:is |feels |was )?(?:\w+ )?(?:on fire|raw|like (?:sandpaper|glass|razor\w*|fire)|kill\w*|burn\w*|scratch\w*)\b|\b(?:razor blades?|broken glass|swallowed glass)\b|\blike swallowing (?:glass|razor\w*|knives|needles|fire)\b/,
    no: /\b(?:food|drink|everything|it|bread|toast|all) (?:\w+ ){0,2}(?:goes?|slips?|slides?|went) down (?:\w+ )?(?:fine|well|easily|easy|a treat|without|like|smoothly|no)\b|\bswallow (?:\w+ ){0,2}(?:fine|easily|without|anything|normally|no)\b|\bthroat (?:\w+ ){0,3}(?:fine|ok|okay|all right|clear|good|no bother)\b/,
    turned: /\bcan you (?:\w+ )?(?:swallow|eat|drink)/,
  },
  {
    finding: /^runny-nose$/,
    yes: /\bnose (?:\w+ )?(?:like a tap|drip\w*|stream\w*|pour\w*|leak\w*|is running|has been running|runs)\b|\bbox(?:es)? of tissues\b|\bhankies|\bsnott?y\b/,
    no: /\bnose (?:\w+ ){0,3}(?:dry|clear|fine|free|all right)\b/,
  },
  {
    finding: /^loss-of-smell$/,
    yes: /\b(?:can not|could not|not) (?:\w+ )?smell\b|\b(?:tastes? of|taste like) (?:nothing|little|cardboard)\b|\bnose (?:is )?dead\b/,
    yesAsked: /\bnot a thing\b|\bnothing\b/,
    no: /\b(?:i|can|could) (?:still )?smell (?:the|every|my|your|it|things|what|coffee|anything|a)\b|\bsmell\w* (?:\w+ )?(?:fine|normal|as (?:well|good))\b|\bnose like a (?:dog|bloodhound|hound)\b/,
    turned: /\bcan you (?:still |\w+ )?(?:smell|taste)\b|\bsense of smell (?:all right|ok|fine|normal)\b/,
  },
  {
    finding: /^headache$/,
    yes: /\bhead (?:\w+ ){0,2}(?:split\w*|pound\w*|bang\w*|throb\w*|thump\w*|explod\w*|hurt\w*|ach\w*|kill\w*|burst\w*|hammer\w*)\b|\b(?:hammer|drum|vice|band)\w* (?:\w+ )?(?:in|round|inside) my (?:head|skull)\b/,
    no: /\bhead (?:\w+ ){0,4}(?:clear|fine|ok|okay|all right|light as|never hurts|no trouble|free|a bell)\b/,
  },
  {
    finding: /^confusion$/,
    yes: /\b(?:talk\w*|spoke|speak\w*) (?:\w+ )?(?:nonsense|rubbish|gibberish|to (?:people|my late|the wall))|\bnot know (?:where i was|what day|who)|\bdid not recogni[sz]e (?:my|his|her|the)|\bput the \w+ in the (?:fridge|oven)|\bforgot (?:where i|what day|my own)/,
    no: /\b(?:mind|head|wits?|brain) (?:\w+ ){0,2}(?:clear|sharp|all there|about me|in order|as ever|works|working)\b|\bsharp as\b|\ball my (?:wits|marbles|senses)\b|\bknow (?:exactly|perfectly|quite) (?:\w+ )?(?:where|what|who)\b/,
  },
  {
    finding: /^fainting$/,
    yes: /\b(?:went|going|go|gone) down like\b|\b(?:woke|came (?:to|round|around)) (?:up )?(?:\w+ )?(?:on|in|with my|under|lying) (?:the|my|a)?|\bout cold\b|\b(?:everything|all|it|lights?) (?:went|turned|gone|goes) (?:black|dark|out)\b|\blost (?:consciousness|a few (?:minutes|seconds))|\b(?:hit|found \w+ on|fell to) the (?:floor|deck|ground|tiles|carpet)\b|\b(?:passed|pass|blacked) out\b|\bcollapsed\b|\bgone for a (?:minute|moment|second)/,
    no: /\bawake (?:for|through|the|all|throughout)\b|\b(?:never|not) lost (?:consciousness|a second)\b|\b(?:remember|remembered|know) (?:all|everything|every second|every minute|the whole)\b|\b(?:stayed|was|been|kept) (?:\w+ )?(?:conscious|awake|on my feet|upright)\b/,
  },
  {
    finding: /^dizziness$|^dizzy-on-standing-up$|^vertigo$/,
    yes: /\b(?:room|head|everything|world|floor|walls?) (?:\w+ ){0,2}(?:spin|spins|spinning|swim|swims|swam|swayed|sways|swaying|goes round|going round|tilt\w*|turn\w*|moves|moved)\b|\b(?:hold|grab|held|grabbed|cling) (?:\w+ )?(?:on to|onto|the) (?:\w+ )?(?:wall|table|rail|door|furniture|sink|something)|\blike (?:i was )?(?:on a (?:boat|ship|merry))|\bsee stars\b/,
    no: /\bsteady as a rock\b|\bsteady on my (?:feet|legs|pins)\b|\bfirm on my feet\b|\b(?:jump|stand|get|spring|leap) (?:\w+ )?up (?:\w+ ){0,3}(?:fine|no (?:trouble|bother)|without|and (?:off|i am))\b/,
  },
  {
    finding: /^weakness-one-side$/,
    yes: /\b(?:arm|leg|hand|foot|side|face|mouth) (?:\w+ ){0,3}(?:like lead|dead|limp|useless|hangs?|hung|droop\w*|dragg?\w*|gave way|gives way|would not (?:move|obey|lift))\b|\bdropp?\w* (?:my|the|a) (?:cup|mug|glass|fork|phone|keys)\b|\bcan not lift my\b/,
    no: /\b(?:strong as|all my strength|both (?:arms|hands|sides|legs) (?:\w+ )?(?:strong|work|fine|the same|as)|as strong)\b/,
  },
  {
    finding: /^palpitations$/,
    yes: /\bheart (?:\w+ ){0,3}(?:like (?:mad|a (?:drum|hammer|rabbit|train|bird)|the clappers)|rac\w+|pound\w*|hammer\w*|gallop\w*|flutter\w*|skip\w*|thump\w*|somersault\w*|jump\w*|out of my chest|bang\w*|flip\w*|stumbl\w*)\b/,
    no: /\bheart (?:\w+ ){0,3}(?:steady|calm\w*|quiet\w*|like (?:clockwork|a clock)|regular|normal|its usual|slow|as usual|ticks?|ticking)\b/,
    noAsked: /\b(?:clock|clockwork|ticking|steady|calm|regular|as usual)\b/,
  },
  {
    finding: /^cold-sweat$/,
    yes: /\b(?:drench|drip|pour|wring)\w*|\b(?:wet|soaked) through\b(?!.*\bnight)|\bsweat\w* (?:like a|buckets)(?!.*\bnight)|\bclammy\b/,
    no: /\b(?:skin|forehead|shirt) (?:\w+ ){0,2}dry\b|\bnot a (?:drop|bead)\b/,
    noAsked: /\b(?:stay|stayed|was|been|quite|perfectly) (?:\w+ )?dry\b|\bdry as (?:a|the)\b|\bbone dry\b/,
  },
  {
    finding: /^night-sweats$/,
    yes: /\b(?:drench|soak|drip|pour|wring)\w*|\b(?:wet|soaked) through\b|\bsheets? (?:\w+ )?(?:wet|soaked|change\w*)\b|\bchange (?:\w+ ){0,2}(?:sheets?|pyjamas|shirt|t shirt|nightie|top)\b|\bsweat\w* (?:like a|buckets)|\bclammy\b/,
    no: /\bdry as (?:a|the)\b|\bbone dry\b|\b(?:skin|sheets?|pyjamas|shirt|forehead) (?:\w+ ){0,2}dry\b|\bnot a (?:drop|bead)\b/,
    noAsked: /\b(?:stay|stayed|was|been|quite|perfectly) (?:\w+ )?dry\b/,
  },
  {
    finding: /^weight-loss$/,
    yes: /\b(?:trousers|clothes|skirt|belt|jeans|everything|things|dress|ring|suit) (?:\w+ ){0,3}(?:hang\w*|loose\w*|fall\w*|slip\w*|too big|in (?:two|three|a few)|notch\w*|hole\w*)\b|\bskin and bone\b|\b(?:stone|kilos?|pounds) (?:lighter|less|down|gone)\b|\b(?:dropped|shed|down) (?:\w+ ){1,3}(?:kilos?|pounds|stone|sizes?)\b|\bmelt\w* away\b|\bnew hole in my belt\b/,
    no: /\bscales? (?:\w+ )?(?:say\w*|show\w*|has|have|read\w*) (?:\w+ )?(?:what|the same|not)|\b(?:put on|gained) (?:\w+ )?(?:weight|a stone|kilos?|pounds|a few|some|two|three|half)\b|\b(?:not|never) (?:by )?(?:a|an|one|single) (?:gram|ounce|pound|kilo)\b|\bweight (?:\w+ ){0,3}(?:steady|same|stable|unchanged|up|not budged|not changed|not moved)\b|\bclothes (?:\w+ )?(?:fit|as tight|the same|tighter)\b|\bsame (?:weight|size) (?:as|for)\b/,
    noAsked: /\bnot budged\b|\bother way (?:round|around)\b|\bthe same as (?:ever|always)\b/,
  },
  {
    finding: /^weight-gain$|^overweight$/,
    yes: /\b(?:put on|gained|piled on) (?:\w+ ){0,2}(?:weight|stone|kilos?|pounds)\b|\bbuttons? (?:\w+ ){0,2}(?:pop|burst|close)|\bbig(?:ger)? belly\b|\btoo (?:fat|heavy|big)\b|\bcarry (?:\w+ )?too much\b/,
    no: /\b(?:thin|slim|lean|skinny) (?:as|as a|all my)\b|\bskin and bone\b|\balways been (?:\w+ )?(?:thin|slim|lean|skinny)\b|\bweight (?:\w+ ){0,3}(?:steady|same|stable|unchanged|normal|fine)\b/,
  },
  {
    finding: /^blood-in-stool$|^blood-in-urine$/,
    yes: /\b(?:bowl|water|pan|paper|pee|urine|stool|poo|it) (?:\w+ ){0,3}(?:red|pink|scarlet|crimson|like (?:cola|wine|ketchup)|bloody)\b/,
    yesAsked:
      /\b(?:red as|pink|scarlet|crimson|wine|like cola|streaks?|bright red|as red|fairly red|black as|tarry|drops? of (?:blood|red))\b/,
    no: /\b(?:just|only) (?:\w+ )?(?:brown|yellow|normal|clear)\b|\bno red\b/,
    noAsked: /\b(?:brown|yellow|clear|straw|normal colour|usual colour|pale|dark|light)\b(?!.*\bred\b)|\bnone\b/,
  },
  {
    finding: /^painful-urination$/,
    yes: /\b(?:sting|burn|hurt|scald)\w* (?:\w+ ){0,4}(?:when|every time|each time|whenever) (?:\w+ )*(?:go|pee|wee|pass)\b|\bpass\w* (?:glass|razor\w*|needles|fire)\b|\blike (?:glass|razor\w*|needles|fire) (?:\w+ )?(?:when|coming)\b/,
    yesAsked: /\b(?:sting|stings|burns|scalds|hurts|stinging|burning|nettles|fire)\b/,
    noAsked: /\b(?:goes|go|comes|flows?|water) (?:\w+ )?(?:fine|easily|without|freely|like always)\b|\bno bother\b/,
  },
  {
    finding: /^frequent-urination$|^night-time-urination$/,
    yes: /\b(?:every|each) (?:\w+ )?(?:hour|half hour|ten minutes|twenty minutes|few minutes)\b.*|\b(?:never|not) off the (?:toilet|loo)\b|\bin and out of the (?:toilet|loo|bathroom)\b/,
    yesAsked:
      /\b(?:all the time|constantly|non stop|times a night|run to|keep running|up (?:two|three|four|five|several))\b/,
    noAsked:
      /\b(?:no more|not more|no oftener) (?:\w+ )?than\b|\b(?:once|twice) (?:\w+ ){0,2}(?:day|morning|night)\b|\b(?:same|as) (?:as )?(?:always|usual|ever|before)\b|\bsleep (?:\w+ )?through\b|\bthe usual\b|\bhold it\b/,
  },
  {
    finding: /^urgent-urination$/,
    yesAsked: /\b(?:at once|all at once|run for it|just make it|not (?:\w+ )?hold|barely make|leg it|dash)\b/,
    noAsked: /\b(?:hold it|can wait|take my time|no (?:rush|hurry))\b/,
  },
  {
    finding: /^pain-before-rash$/,
    yesAsked: /\b(?:before|first|days) (?:\w+ ){0,5}(?:spots?|rash|anything|saw|see)\b/,
    noAsked: /\b(?:spots?|rash|bumps) (?:\w+ )?(?:came|were|was|there) (?:\w+ )?first\b|\bsame time\b|\btogether\b/,
  },
  {
    finding: /^recent-immobility$/,
    yesAsked: /\b(?:sofa|bed|plaster|crutches|laid up|wheelchair|flight|sitting|cast|armchair)\b/,
    noAsked:
      /\b(?:on my feet|up and about|never (?:sit|sat|still)|walk\w* (?:\w+ ){0,2}(?:day|miles|dog)|active|as (?:always|usual)|run around)\b/,
  },
  {
    finding: /^restless-with-pain$/,
    yes: /\b(?:pac(?:e|ed|ing)|walk\w* (?:up and down|the floor|about|around|round)|writh\w*|roll\w* (?:about|around)|up and down|climb\w* the walls|can not (?:\w+ )?(?:keep|sit|lie|stay|hold|be) still|not (?:sit|lie|stay|keep) still|not (?:\w+ )?for a (?:second|minute|moment)|thrash\w*|toss\w*|wriggl\w*)\b/,
    no: /\b(?:lie|lying|lay|sit|keep|keeping|stay|hold) (?:\w+ ){0,2}(?:still|like a (?:plank|log|stone|board|statue|corpse)|quiet|flat out|curled)\b|\bcurl\w* up\b|\b(?:not|rather not|dare not|do not dare) (?:\w+ )?(?:move|budge|stir)\b|\bstill as a\b/,
    turned: /\b(?:still|quiet|rest)\b/,
  },
  {
    finding: /^belly-pain-on-movement$|^chest-pain-on-movement$|^headache-worse-with-activity$/,
    yes: /\bevery (?:bump|step|jolt|turn|twist|move|movement|stair|kerb|pothole) (?:\w+ ){0,3}(?:hurt\w*|kill\w*|agony|wince|jar\w*|stab\w*|like a knife|worse|pain\w*|goes through|shoots)|\bworse (?:\w+ )?(?:when|if|as soon as) i (?:move|twist|turn|walk|cough|stir|bend|climb)\b/,
    no: /\bmakes? (?:no|not the (?:least|slightest)) (?:odds|difference|change)\b|\b(?:twist|turn|stretch|bend|move|walk|run|jump|cough|hop|dance|ride|rode|cycle|reach|climb)\b(?! (?:hurt|and it hurt)).*\b(?:as (?:much as )?i (?:like|please|want)|any way i (?:like|please|want)|not (?:feel|felt|notice) (?:a thing|anything|it)|fine|no (?:odds|difference|trouble|bother|worse)|without (?:a|any|it|feel\w*|trouble|pain)|freely|(?:does|do|did) not (?:hurt|change|matter))\b/,
    noAsked:
      /\b(?:no odds|no difference|no worse|not feel a thing|(?:just|exactly) the same|as much as i like|any way i like|does me good|helps|better (?:for|when))\b/,
  },
  {
    finding: /^chest-pain-on-exertion$/,
    yesAsked:
      /\b(?:stairs?|hill|walk\w*|run\w*|exert\w*|hurry\w*|carry\w*|lift\w*) (?:\w+ ){0,3}(?:bring\w*|set\w*|make\w*|start\w*|worse|kill\w*|hurt\w*)\b|\b(?:every|each) time i (?:climb|walk|run|hurry|go)\b/,
    noAsked:
      /\b(?:climb|run|walk|load|carry|cycle|jog|swim|dig|go)\b.*\b(?:fine|no worse|same|not (?:feel|notice|hurt|bother)\w*|without|no (?:pain|trouble|odds|difference|bother)|nothing)\b|\bmakes? no (?:odds|difference)\b/,
  },
  {
    finding: /^chest-pain-on-breathing$/,
    yesAsked:
      /\b(?:every|each) (?:\w+ )?breath (?:\w+ )*(?:stab\w*|hurt\w*|knife|kill\w*|catch\w*|cut\w*|worse|torture|agony)|\b(?:knife|stab\w*|catch\w*|sharp\w*)\b|\bdeep breath (?:\w+ )?(?:hurts|kills|stabs|makes|is (?:agony|torture))\b/,
    noAsked:
      /\bbreathe? (?:\w+ ){0,4}(?:as deep\w*|as i like|freely|no worse|without|fine|no (?:odds|difference))\b|\bdeep breath (?:\w+ ){0,4}(?:no|not|fine|without|nothing|is no|makes no)\b|\bno (?:odds|difference|worse)\b/,
  },
  {
    finding: /^chest-pain-on-pressing$|^skin-pain$|^eyelid-sore-to-touch$/,
    yes: /\b(?:hurts?|sore|tender|agony|flinch|wince|jump\w*) (?:\w+ ){0,5}(?:touch|press|poke|push|lean|lie on|brush)\w*|\b(?:touch|press|poke|push)\w* (?:\w+ ){0,4}(?:hurts?|agony|jump|yelp|scream|through the roof|wince|kills?)\b/,
    yesAsked: /\b(?:hurts|burns|stings|sore|on fire|burning|stabbing|smarts|raw|painful|agony)\b(?! when i scratch)/,
    no: /\b(?:press|touch|poke|push|prod|rub)\w* (?:\w+ ){0,5}(?:not feel|feel nothing|no (?:odds|difference)|all you like|as hard as|not hurt|fine|without)/,
    noAsked:
      /\b(?:just|only) (?:\w+ )?itch\w*\b|\bpainless\b|\bnot feel (?:a thing|it|anything)\b|\bas hard as (?:you|i) like\b/,
  },
  {
    finding: /^relieved-by-antacids$/,
    yes: /\b(?:chalk|antacid|stomach|milk|gaviscon|rennies?) ?(?:tablets?|pills?|stuff)? (?:\w+ ){0,3}(?:help|helps|helped|work|works|worked|settle\w*|ease[sd]?|calm\w*|do the trick|did the trick|kill\w* it)\b/,
    yesAsked:
      /\b(?:help|helps|helped|work|works|worked|settles?|settled|eases?|eased|better|melt\w*|gone|went|goes|relief|trick|off it goes|calms?|soothes?|magic)\b/,
    noAsked:
      /\b(?:not (?:touch|help|do|work|make|change|budge|seem)\w*|no (?:use|good|help|difference|odds|effect)|did nothing|do nothing|does nothing|nothing at all|useless|might as well|pebbles|waste|not a bit|in vain|sweets)\b/,
  },
  {
    finding: /^worse-after-meals$|^pain-after-fatty-food$/,
    yesAsked:
      /\b(?:after|half an hour|hour|with every|each|every) (?:\w+ ){0,3}(?:meal|food|eat\w*|ate|curry|plate|supper|dinner|chips|greasy|fry\w*|fat\w*)\b/,
    noAsked:
      /\b(?:food|eating|meals?|it|what i eat|chips|fat) (?:\w+ ){0,2}(?:makes? no|does not|has nothing|no)\b|\b(?:no (?:odds|difference|matter)|whatever i eat|(?:nothing|not) to do with|settles it|better (?:after|when|once|for)|eating helps|any (?:time|old time))\b/,
  },
  {
    finding: /^worse-lying-down$/,
    yesAsked:
      /\b(?:as soon as|whenever|the moment|flat|lying|lie|bed) (?:\w+ ){0,5}(?:up it comes|worse|worst|comes up|sets it|starts?|burns|kills)\b/,
    noAsked:
      /\b(?:at its best|eases?|helps|better (?:lying|flat|when)|best (?:lying|flat)|no (?:odds|difference|worse)|relief|goes away)\b/,
  },
  {
    finding: /^appendix-removed$/,
    yes: /\b(?:whipped|taken|took|had it|cut|came) (?:it )?(?:out|away)\b|\bappendix (?:\w+ ){0,3}(?:gone|out|removed|went)\b|\bnot (?:got|have) (?:it|one) (?:any ?more|any longer|since)\b|\bwithout (?:it|one) since\b|\bgone (?:since|years|long)\b|\bscar to (?:prove|show)\b/,
    no: /\bstill (?:\w+ ){0,3}(?:have|got|there|in there|mine|in place|where|inside|in me)\b|\bnever (?:had it )?(?:taken|took|out|touched|removed)\b/,
    noAsked: /\bin there\b|\bwhere (?:it|nature) (?:\w+ )?(?:belongs|put)\b/,
    turned: /\bstill\b/,
  },
  {
    finding: /^smoking$/,
    yes: /\b(?:cigg?(?:ie|y|arette)s?|ciggies|smokes|cigars?|pipe|pack|packet|rollies|fags?|roll ups?|puffs?) (?:\w+ )?(?:a|per|each|every) (?:day|night|week|morning)\b|\b(?:like|enjoy|fancy|sneak|have) (?:\w+ ){0,2}(?:cigg?\w*|fag|smoke|puff|pipe|cigar)\b|\bpack a day\b|\blight(?:ing)? up\b|\bchain smoke\w*/,
    yesAsked:
      /\b(?:packet|pack|a day|puffs?|at parties|ten|twenty|forty|after (?:dinner|meals|work)|only on|socially)\b(?! years)/,
    no: /\bnever (?:\w+ ){0,3}(?:smoked?|cigarette|touched|lips|a puff|one between|tried|lit)\b|\b(?:gave|given) (?:it|them|that|smoking) up\b|\bnon smoker\b|\bput (?:\w+ ){0,2}(?:pipe|cigarettes|them) away\b|\b(?:not|nothing) for (?:\w+ ){1,2}years\b|\bstopped (?:\w+ )?(?:years?|when|ages|months?)\b|\bnot one since\b|\bquit\b|\b(?:can not|could not) (?:stand|bear|abide) (?:\w+ ){0,3}(?:smoke|smell|tobacco|cigarettes)\b/,
    noAsked: /\bnever (?:have|did|in my life|once|touched)\b|\bfilthy habit\b/,
  },
  {
    finding: /^alcohol$/,
    yes: /\b(?:bottle|pints?|glasses|beers|whisk\w+|cans) (?:\w+ ){0,3}(?:a|every|each|most) (?:night|day|evening)s?\b|\bdrink (?:\w+ )?(?:too much|every|heavily|like a fish|most)\b/,
    no: /\bteetotal\w*|\bnot (?:touch )?(?:a|one) drop\b|\bnever (?:touch|drink|drank|had a drop)\b/,
    noAsked:
      /\b(?:hardly ever|once in a blue moon|at christmas|now and then|a glass (?:\w+ )?(?:at|on)|weekends?|special occasions?|saturdays?|rarely)\b/,
  },
  {
    finding: /^allergies$/,
    noAsked:
      /\b(?:can|could) (?:\w+ )?(?:take|swallow|have|tolerate) (?:\w+ )?(?:any|every|all|what)\w*|\btolerate (?:any|every|all)\w*|\b(?:never|nothing) (?:\w+ )?(?:reacted|disagree\w*|come out)|\b(?:agrees?|agree) with me\b|\bno allerg\w+\b/,
    yesAsked:
      /\b(?:allergic to|came out in|brings? me out|brought me out|swell up|swelled up|can not take|gave me (?:a|an|hives))\b/,
  },
  {
    finding: /^current-medicines$/,
    noAsked:
      /\bnot (?:a|one|a single) (?:\w+ )?(?:pill|tablet|thing)\b|\bnever (?:take|touch|swallow)\b|\bnothing at all\b|\bnot (?:take|on|swallow) (?:anything|any)\b(?! regular| else)/,
    yesAsked:
      /\b(?:take|on|have) (?:a|an|two|three|my|one|some) (?:\w+ )?(?:tablets?|pills?|inhaler|injections?|insulin|capsules?)\b/,
  },
  {
    finding: /^past-operations$/,
    noAsked:
      /\bnever (?:\w+ ){0,4}(?:knife|operat\w*|surg\w*|cut|theatre)\b|\ball my (?:bits|parts|organs)\b|\bnot a (?:scar|stitch)\b/,
    yesAsked: /\b(?:took|taken|whipped|had) (?:\w+ ){0,3}out\b|\boperated on\b/,
  },
  {
    finding: /^past-illnesses$/,
    noAsked:
      /\b(?:never (?:\w+ )?(?:ill|sick|a day)|healthy as|strong as|not a day(?:'s)? (?:ill|sick)|always been (?:\w+ )?(?:healthy|well|fit)|perfect health|fit as)\b/,
  },
  {
    finding: /^treatments-tried$/,
    noAsked:
      /\bnot (?:tried|taken|done|touched|used|had) (?:a thing|anything|any)\b(?! else)|\bnothing (?:at all )?(?:so far|yet)\b/,
  },
  {
    finding: /^recent-travel$/,
    yes: /\b(?:flew|fly|flight|flown|drove) (?:\w+ ){0,4}(?:back|from|home|to|in)\b|\b(?:back|home|returned|came) from (?:\p{L}+)\b(?<!work|school|town)|\b(?:weeks?|days|fortnight|holiday|month) in (?:\p{L}+)\b(?<!bed|hospital|all|a row)/u,
    no: /\bnot (?:\w+ ){0,3}(?:left|set foot|been out of|crossed|gone|travelled|been (?:abroad|away|anywhere)|budged|packed)\b|\bnever (?:\w+ )?(?:left|been|set foot|travel)\b|\b(?:stayed|been|was) (?:\w+ )?(?:at home|put|here|in town)\b|\bno further than\b|\bnot (?:\w+ )?(?:own|a) passport\b/,
    noAsked: /\bnowhere\b|\bat home all\b/,
  },
  {
    finding: /^sick-contact$|^contact-with|^bumps-in-other-children$/,
    yesAsked:
      /\b(?:has|have|had|got|is|are|was|were|been|all|also|too|in|with) (?:\w+ ){0,3}(?:flu|ill|sick|poorly|coughing|sneezing|the runs|a cold|in bed|the same|throwing up|off (?:work|school|sick|with)|down with|bed with|laid up|spots|it too|fever)\b|\bgoing (?:round|around)\b/,
    noAsked:
      /\b(?:everyone|everybody|all|they|family|colleagues?|whole \w+) (?:\w+ ){0,5}(?:well|fine|healthy|perfect health|fit|good health|as fit|right as)\b|\bnobody\b|\bno ?one\b|\bnot a soul\b|\b(?:only|just) me\b|\bthe only one\b|\bhardly see\b|\blive like a hermit\b/,
  },
  {
    finding:
      /^known-|^high-blood-pressure$|^high-cholesterol$|^diabetes$|^previous-|^cancer-history$|^anxiety-history$|^atopy$|^depression-history$/,
    noAsked:
      /\b(?:first (?:time|one|ever)|never (?:\w+ ){0,2}(?:had|been|before|in my life|known|suffered|heard|happened)|(?:would be|is) the first|strong as|sound as a|right as rain|spot on|(?:always|all) (?:\w+ )?(?:healthy|normal|perfect|been (?:fine|low|normal|perfect))|(?:on the )?low side|textbook|as it should)\b/,
    yesAsked:
      /\b(?:for|since|over|these) (?:\w+ ){0,3}(?:years|childhood|decade|ages)\b(?! (?:ago )?(?:i )?(?:not|no))|\bdiagnosed\b|\btake (?:a |\w+ )?(?:tablets?|pills?|insulin|something) for (?:it|that|them)\b|\b(?:same|this) (?:\w+ ){0,3}(?:last|before|years? (?:ago|back)|once)\b/,
  },
  {
    finding: /^family-/,
    noAsked:
      /^(?!.*\b(?:else|apart|rest|otherwise|besides|others?)\b).*\b(?:all|both|everyone|everybody|whole|they) (?:\w+ ){0,6}(?:healthy|strong hearts|well|fit|fine|good health|ripe old|perfect|hundred|nineties|sound)\b|\b(?:nobody|no ?one|none of (?:them|us)|not one of|not a single)\b|\bruns in nobody\b/,
  },
  {
    finding: /^pregnancy$/,
    yes: /\b(?:weeks|months) (?:along|gone|pregnant)\b|\bbaby (?:\w+ )?(?:due|on the way|kick\w*)\b|\beating for two\b|\bexpecting (?:our|my|a|in|again)\b|\btest (?:was|is|came) (?:\w+ )?positive\b|\bin the family way\b/,
    no: /\b(?:can not|could not) (?:\w+ )?be\b(?! doing| sure| bothered| more)|\bno chance\b|\b(?:had|got|have) (?:\w+ ){0,2}period\b|\b(?:coil|sterili[sz]ed|womb out|hysterectomy|through the change|past (?:that|it)|too old)\b/,
  },
  {
    finding: /^hormone-use$|^contraceptive$/,
    yesAsked:
      /\bpill (?:\w+ )*(?:every|each|since|for|years)\b|\b(?:patch|ring|coil|implant|hrt)\b|\bfor (?:\w+ )?years\b/,
    noAsked: /\b(?:never took|came off|stopped|without|condoms?|nothing like that|no hormones)\b/,
  },
  {
    finding: /^stress$|^constant-worry$|^feeling-on-edge$/,
    yesAsked:
      /\b(?:up to my (?:neck|eyes|ears)|head above water|too much (?:on|work)|snowed under|double shifts|sleepless|overtime|exams?|divorce\w*|redundan\w*|sacked|debts?|rushed|frazzled|falling apart|burning the candle|run off my feet)\b/,
    noAsked:
      /\b(?:calm|relaxed|easy ?going|quiet|peaceful|nothing (?:weighs|bothers)|happy as|carefree|bed of roses|smooth\w*|plain sailing|life is good|not a (?:care|worry)|no (?:worries|pressure)|laid back|holiday|rosy)\b/,
  },
  {
    finding: /^low-mood$|^loss-of-interest$/,
    yesAsked:
      /\b(?:cry\w*|cried|tears?|black (?:hole|cloud)|hopeless|pointless|gloom\w*|miserable|down in the dumps|blue|no joy|empty|not (?:enjoy|care))\b/,
    noAsked:
      /\b(?:happy|cheerful|good spirits|merry|jolly|love life|enjoy\w*|laugh\w*|sunny|bright|fine in myself|on top of the world|looking forward)\b/,
  },
  {
    finding: /^light-sensitivity$/,
    yes: /\blight (?:\w+ ){0,2}(?:hurt\w*|kill\w*|stab\w*|unbearable|blind\w*|sears?|bothers|is (?:agony|torture))\b|\bsunglasses\b|\bcurtains? (?:\w+ )?(?:shut|drawn|closed)\b|\bsit(?:ting)? in the dark\b|\bblinds? down\b/,
    no: /\b(?:light|sun|lamp|brightness) (?:\w+ ){0,3}(?:no (?:bother|trouble|problem)|not (?:bother|mind|hurt|trouble|worry)\w*|fine|all one|makes no)\b|\b(?:look\w*|stare\w*) (?:\w+ ){0,3}(?:into|at) (?:the|a|your) (?:light|sun|lamp|window) (?:\w+ )*(?:fine|no|without|all day)\b|\blight i do not mind\b|\b(?:sat|sit|sitting|lay|lie|lying|walk\w*|out) in the (?:\w+ )?sun\b/,
  },
  {
    finding: /^sound-sensitivity$/,
    yes: /\b(?:noise|noises|sound|sounds|every (?:sound|noise)|radio|telly) (?:\w+ ){0,3}(?:hurt\w*|kill\w*|unbearable|agony|torture|too (?:loud|much)|goes through|drives|like a)\b|\b(?:turn|turned|switch\w*) (?:\w+ ){0,3}(?:radio|telly|everything) off\b/,
    no: /\b(?:noise|noises|sound|sounds|drilling|racket|din|radio|telly|music) (?:\w+ ){0,3}(?:not (?:mind|bother|trouble|hurt)\w*|no (?:bother|trouble|problem|odds)|all one|fine|is ok)\b|\bnoise i do not mind\b|\ball one to me\b/,
  },
  {
    finding: /^neck-stiffness$/,
    yes: /\bneck (?:\w+ ){0,3}(?:like (?:a board|wood|concrete|iron|a plank)|stiff|rigid|locked|will not (?:bend|move|turn))\b|\b(?:can not|could not) (?:\w+ )?(?:chin|bend my (?:neck|head)|touch my chin|nod|turn my head)\b/,
    no: /\b(?:chin (?:\w+ ){0,3}(?:chest|down) (?:\w+ )*(?:fine|easily|no)|neck (?:\w+ ){0,4}(?:moves|turns|bends|fine|freely|supple|loose|all ways|every way|all right|no trouble|ok))\b|\b(?:nod|turn my head|move my (?:neck|head)|put my chin) (?:\w+ ){0,5}(?:fine|freely|easily|as i like|no trouble|without|any way|all ways)\b/,
    turned: /\bcan you\b/,
  },
  {
    finding: /^blurred-vision$|^double-vision$/,
    yes: /\b(?:through|like) (?:\w+ )?(?:fog|mist|frosted|a (?:veil|curtain|dirty)|milk)\b|\b(?:print|letters|everything|faces|things|telly) (?:\w+ ){0,2}(?:swim\w*|blur\w*|fuzzy|hazy|foggy|misty|double)\b|\bsee\w* (?:two of|double)\b/,
    no: /\b(?:see|seeing|read|vision|sight|eyesight|eyes) (?:\w+ ){0,4}(?:sharp|clear\w*|perfectly|like (?:a hawk|an eagle|always|before)|as (?:well|good|sharp|clear)|fine|small print|every letter|crisp|normal\w*|20 20)\b|\bsharp as (?:ever|a tack|always)\b|\bread (?:\w+ ){0,3}(?:print|letters?|lines?|signs?|number plates?)\b/,
    turned:
      /\b(?:can you|do you) (?:\w+ )?(?:see|read)(?! (?:double|two|less|worse|blur))|\bvision (?:all right|clear|normal|fine)/,
  },
  {
    finding: /^itching$|^eye-itching$/,
    yes: /\b(?:scratch\w*) (?:\w+ ){0,4}(?:raw|bleed\w*|all (?:day|night)|like mad|myself|blood|skin off)\b|\bcan not stop scratching\b|\b(?:ants|nettles|fleas) (?:crawling|under|all over)\b/,
    yesAsked: /\b(?:like (?:mad|crazy|hell|fury|nettles)|scratch\w*|drives me)\b/,
    no: /\bnever (?:scratch|itch)\w*|\bno (?:urge|need) to scratch\b/,
    noAsked: /\bnot (?:scratch|itch)\w*|\bjust (?:hurts|burns|there)\b/,
  },
  {
    finding: /^spots-gone-within-a-day$|^spots-in-crops$/,
    yesAsked:
      /\b(?:gone|fade\w*|vanish\w*|disappear\w*|melt\w*|went) (?:\w+ ){0,5}(?:hours?|morning|by|within|again|lunch|evening|day|next)\b/,
    noAsked:
      /\b(?:stay|stays|stayed|still (?:sitting|there|on|in)|(?:not|never) (?:move|moved|gone|go|fade|left|shift|budge)\w*|same (?:spot|place)|for (?:days|weeks)|days on end|move out|do not move)\b/,
  },
  {
    finding: /^eye-redness$/,
    yesAsked: /\b(?:red|bloodshot|pink|like (?:a (?:tomato|rabbit|vampire)|tomatoes))\b/,
    noAsked: /\b(?:white|clear|normal|fine|as (?:always|usual))\b/,
  },
  {
    finding: /^yellow-skin$/,
    yesAsked: /(?<!\bdark )\b(?:yellow\w*|lemon|banana|mustard|like tea)\b/,
    noAsked: /\b(?:white as|pale|usual colour|normal colour|same colour|rosy|pink)\b/,
  },
  {
    finding:
      /^both-legs-swelling$|^one-calf-swelling$|^lip-or-face-swelling$|^eyelid-swelling$|^one-leg-red-and-swollen$/,
    yes: /\b(?:ankles?|legs?|feet|calf|calves|lips?|face|eyelids?|lid) (?:\w+ ){0,4}(?:like (?:balloons?|tree trunks|a balloon|sausages?|a tennis ball|an egg)|puff\w*|blew up|balloon\w*|twice (?:its|the|their)|fat|swoll\w*|swell\w*)\b|\bshoes? (?:\w+ ){0,3}(?:not fit|too tight|marks|not get)\b|\bsocks? (?:\w+ )?(?:leave|cut|dent|mark)\w*/,
    noAsked:
      /\b(?:thin|slim|slender|same size|normal|usual size|as (?:thin|slim) as|shoes (?:\w+ )?fit|both the same)\b/,
  },
  {
    finding: /^pain-radiating/,
    yesAsked:
      /\b(?:goes|shoots?|spreads?|runs?|travels?|moves?|creeps?|pulls?|radiates?|down|into|through|up) (?:\w+ ){0,4}(?:arm|jaw|shoulder|shoulder blade|groin|ball|balls|back|neck|hand|fingers|teeth)\b/,
    noAsked:
      /\b(?:stays?|stayed|stuck|sits|keeps|remains?) (?:\w+ ){0,2}(?:put|there|here|where|in (?:one|the|that|its)|round)\b|\b(?:goes|go|moves?|spread\w*|travel\w*|shoots?) nowhere\b|\bnot (?:\w+ )?(?:go|move|spread|travel|shoot|wander|budge|leave)\b/,
  },
  {
    finding: /^pain-moved-to-right-lower$/,
    yesAsked:
      /\b(?:wander\w*|moved|shift\w*|mov\w+|slid|slipped|travelled|crept|went) (?:\w+ ){0,5}(?:down|right|lower|here|there)\b|\b(?:began|started|first) (?:\w+ ){0,4}(?:navel|belly button|middle|top|stomach|centre)\b/,
    noAsked:
      /\b(?:same (?:spot|place)|from the (?:very )?start|(?:not|never) (?:moved|shifted|budged|wandered)|stayed|always (?:been )?(?:here|there))\b/,
  },
  {
    finding: /^poor-fluid-intake$/,
    yesAsked:
      /\b(?:hardly|barely|not (?:drunk|had|got|keep)|only (?:sips|a (?:glass|cup|sip))|a (?:sip|glass or two)|forget to drink|dry|next to nothing)\b/,
    no: /\b(?:drink|drinking|drunk|drank) (?:\w+ ){0,2}(?:plenty|loads|lots|litres?|enough|gallons|like a fish|well|as (?:much|always|usual)|pots)\b|\b(?:two|three|four|several) litres\b|\bbottles? of water (?:a|every)\b/,
    noAsked: /\bplenty\b|\blitres?\b|\b(?:kept|keep) up\b|\blots\b/,
    turned: /\b(?:enough|plenty|managed?|drink(?:ing)? (?:well|ok))\b/,
  },
  {
    finding: /^excessive-thirst$/,
    yesAsked:
      /\b(?:all the time|drink the (?:sea|lake|river)|could drink|parched|mouth like|never enough|litres|can not get enough|desert)\b/,
    noAsked: /\b(?:no more than|hardly drink|same as|normal\w*|not particularly)\b/,
  },
  {
    finding: /^recent-cold$/,
    yes: /\b(?:had|caught|got over|just after|getting over) (?:a|the|my|some) (?:\w+ )?(?:cold|flu|sniffles?|bug)\b/,
    noAsked:
      /\b(?:fit as|healthy|never (?:ill|sick)|not (?:\w+ )?(?:been )?(?:ill|had so much as)|no (?:cold|sniffle\w*)|in (?:the )?best of health|well until|until this)\b/,
  },
  {
    finding: /^heartburn$|^acid-regurgitation$/,
    yes: /\b(?:sour|acid|bitter) (?:\w+ ){0,2}(?:stuff|taste|liquid|comes|rises|in my (?:mouth|throat))\b|\bfire (?:\w+ ){0,2}(?:up|behind|in)\b/,
    noAsked: /\bnever (?:any|get|had) (?:\w+ )?(?:burn\w*|acid|that)\b|\bstays down\b/,
  },
  {
    finding: /^tingling-fingers$/,
    yesAsked: /\b(?:ants|pins|needles|buzz\w*|prickl\w*|fizz\w*|asleep|electric\w*|tingl\w*)\b/,
    noAsked: /\b(?:feel everything|feel normal|fine|normal|as always)\b/,
  },
  {
    finding: /^trembling$/,
    yesAsked: /\b(?:like a leaf|like jelly|shak\w*|shook|spill\w*|dropp\w*|could not hold)\b/,
    noAsked: /\bsteady\b|\brock\b/,
  },
  {
    finding: /^fear-of-dying$/,
    yesAsked: /\b(?:drop dead|this was it|my last|number was up|goodbye|my end|i was dying|would die|the end)\b/,
    noAsked:
      /\b(?:never (?:crossed|thought|occurred)|nothing like that|too early for that|outlive|not for a (?:second|moment))\b/,
  },
  {
    finding: /^joint-pain$|^muscle-aches$|^neck-and-shoulder-tension$/,
    yesAsked:
      /\b(?:ache\w*|aching|hurt\w*|throb\w*|like wood|run over|run (?:for )?miles|marathon|knots?|seized|creak\w*|stiff\w*)\b/,
    noAsked: /\b(?:supple|loose|limber|oiled|move like|no bother|fine|like butter|relaxed|ok|all right)\b/,
  },
  {
    finding: /^long-morning-stiffness$/,
    yesAsked: /\b(?:hours?|till (?:noon|lunch|ten|eleven)|all morning|half the morning)\b/,
    noAsked: /\b(?:few minutes|five minutes|ten minutes|straight away|once i (?:am|get)|at once|spring out|loosens)\b/,
  },
  {
    finding:
      /^(?:scaling|weeping-skin|blisters|gritty-eye|eye-discharge|crusted-lashes|face-flushing|pimples-on-face)$/,
    yesAsked:
      /\b(?:flak\w*|snow\w*|dust\w*|peel\w*|sandpaper|like (?:a )?(?:paper|desert|parchment|crocodile|lizard)|crack\w*|ooz\w*|weep\w*|runs?|running|wet|blister\w*|shiny|greas\w*|sand|gritty?|glued|gunk|goo|stuck|crust\w*|beetroot|tomato|blush\w*|flush\w*|bright red)\b/,
    noAsked:
      /\b(?:smooth|soft|dry as|bone dry|clear|clean|normal|fine|nothing comes|silk|baby|no trouble|as (?:usual|always)|pale|same colour)\b/,
  },
  {
    finding: /^oily-skin$/,
    yesAsked: /\b(?:shin[ey]\w*|greas\w*|slick|oil\w*|blot\w*)\b/,
    noAsked: /\b(?:matt?|dry as|bone dry|normal|as (?:usual|always))\b/,
  },
  {
    finding: /^one-sided-band$/,
    yesAsked: /\b(?:one side|strip|band|belt|stripe|only (?:the )?(?:left|right))\b/,
    noAsked: /\b(?:both sides|all over|everywhere|all round|here and there|scattered|left and right)\b/,
  },
  {
    finding: /^both-eyes-affected$/,
    yesAsked: /\bboth\b|\bthe other (?:one )?(?:too|as well)\b/,
    noAsked:
      /\b(?:only|just) (?:\w+ )?(?:one|left|right)\b(?! (?:to (?:begin|start)|at first|first))|\bother (?:one|eye) (?:is )?(?:\w+ )?(?:fine|clear|ok|normal|all right|white|never)\b/,
  },
  {
    finding: /^headache-worst-ever$/,
    yesAsked: /\b(?:worst|never (?:\w+ ){0,3}like (?:it|this|that)|worse than (?:any|ever|all|childbirth))\b/,
    noAsked:
      /\b(?:had (?:\w+ )?worse|like (?:all )?the others|same as (?:always|usual|the)|just like (?:my|the)|nothing (?:special|out of)|no worse than)\b/,
  },
  {
    finding: /^(?:new-contact-substance|new-food-or-medicine|suspicious-food|animal-or-changing-room-contact)$/,
    yesAsked:
      /\b(?:new|switched|changed (?:my|to)|tried a|different|first time|off|pink|raw|barbecue|buffet|takeaway|borrowed)\b/,
    noAsked:
      /\b(?:same (?:\w+ )?(?:soap|cream|powder|food|as|old|things|stuff)|nothing new|not changed|as always|usual (?:things|food|stuff)|others are fine|never change)\b/,
  },
  {
    finding: /^had-chickenpox$/,
    yesAsked:
      /\b(?:as a (?:child|kid|boy|girl|lad)|when i was|at (?:school|nursery)|covered|scars?|whole class|of course)\b/,
    noAsked: /\b(?:never|not that|escaped|spared|missed)\b/,
  },
  {
    finding:
      /^(?:regular-anti-inflammatories|painkiller-overuse|blood-pressure-lowering-tablets|drug-use|skin-creams-with-oil-or-steroid)$/,
    yesAsked:
      /\b(?:every day|most days|daily|like sweets|three a day|twice a day|each morning|every morning|for (?:weeks|months|years)|handful)\b/,
    noAsked:
      /\b(?:once in a blue moon|hardly ever|never touch|now and then|rarely|only (?:these|once|when)|two or three (?:times )?a (?:month|year)|not one)\b/,
  },
  {
    finding: /^unsteady-walking$/,
    yesAsked: /\b(?:drunk|stagger\w*|wobbl\w*|sway\w*|hold on|veer\w*|lurch\w*|bump into|walls?)\b/,
    noAsked: /\b(?:straight (?:as|line)|steady|fine|tightrope)\b/,
  },
  {
    finding: /^slurred-speech$/,
    yesAsked: /\b(?:drunk|mumbl\w*|slur\w*|thick tongue|could not get (?:the|my) words|gibberish|jumbled)\b/,
    noAsked: /\b(?:clear|normal\w*|as now|same as|talk(?:ed|ing)? (?:fine|normally|nineteen))\b/,
  },
  skin(/^face-affected$/, 'face|cheeks?|forehead|chin|nose'),
  skin(/^hands-affected$/, 'hands?|fingers?|palms?|knuckles'),
  skin(/^scalp-affected$/, 'scalp|head|hair'),
  skin(/^trunk-affected$/, 'back|belly|chest|tummy|trunk|stomach'),
  skin(/^feet-or-groin-affected$/, 'feet|foot|groin|toes|soles?'),
  skin(/^toenails-affected$/, 'toenails?|toes'),
  skin(/^fingernails-affected$/, 'fingernails?'),
  skin(/^elbows-and-knees-affected$/, 'elbows?|knees?'),
  skin(/^bends-affected$/, 'elbows?|knees?|creases|bends|crooks?'),
  skin(/^genitals-affected$/, 'private parts|privates|down below|down there|genitals|penis'),
];
