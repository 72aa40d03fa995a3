import type { Depiction } from './depiction.ts';

/** Head, balance, senses and strength. */
export const headAndNerves: readonly Depiction[] = [
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
    finding: /^headache-worst-ever$/,
    yesAsked: /\b(?:worst|never (?:\w+ ){0,3}like (?:it|this|that)|worse than (?:any|ever|all|childbirth))\b/,
    noAsked:
      /\b(?:had (?:\w+ )?worse|like (?:all )?the others|same as (?:always|usual|the)|just like (?:my|the)|nothing (?:special|out of)|no worse than)\b/,
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
  {
    finding: /^tingling-feet$|^numbness-or-tingling$|^facial-numbness$/,
    yesAsked:
      /\b(?:ants|pins|needles|prickl\w*|fizz\w*|cotton wool|walking on|dead|asleep|burn\w*|like (?:after )?the dentist|not feel (?:the|my|it|a thing))\b/,
    noAsked:
      /\b(?:feel (?:everything|every|fine|normal|all right|the floor|as)|no (?:trouble|pins|numbness)|normal|feet are (?:fine|good))\b/,
  },
  {
    finding: /^vertigo-on-turning-in-bed$/,
    yesAsked:
      /\b(?:as soon as i (?:turn|roll|lie|look|sit)|(?:turn|roll|rolling|turning) over|every time i (?:turn|roll)|looking up|top shelf)\b/,
    noAsked:
      /\b(?:(?:turn|roll|toss) (?:\w+ ){0,3}(?:as i like|fine|no|without|freely|all night)|in bed i am (?:fine|all right|ok)|no (?:odds|difference)|there (?:whatever|all the time|however))\b/,
  },
  {
    finding: /^seizures$|^convulsive-movements$/,
    yesAsked: /\b(?:jerk\w*|shook|shaking|twitch\w*|a fit|fits|thrash\w*|foam\w*|went stiff)\b/,
    noAsked: /\b(?:lay still|still as|limp|never (?:had|jerked|twitched|shook)|not (?:move|moved|shake|jerk|twitch))\b/,
  },
  {
    finding: /^tongue-biting$/,
    yesAsked: /\b(?:bit (?:it|my|his|her|right|through)|bitten|blood (?:in|on|from)|sore|teeth marks|raw|chewed)\b/,
    noAsked: /\btongue (?:\w+ )?(?:fine|whole|all right|ok|okay|unharmed)\b|\bnever (?:bit|touched)\b/,
  },
  {
    finding: /^urine-loss-in-spell$/,
    yesAsked:
      /\b(?:wet (?:myself|himself|herself|through|trousers|pants|bottoms|patch)|soaked|puddle|pee on|peed|lost my water)\b/,
    noAsked: /\b(?:dry|held it|not a drop|clean)\b/,
  },
  {
    finding: /^groggy-after-spell$/,
    yesAsked:
      /\b(?:dazed|hours? (?:to|before)|not know (?:where|my|who|what)|slept for|thick head|out of it|muddled|confused)\b/,
    noAsked:
      /\b(?:clear as|clear at once|knew (?:her|him|where|exactly|at once)|wide awake|straight away|right as rain|at once|in seconds)\b/,
  },
  {
    finding: /^warning-before-fainting$/,
    yesAsked:
      /\b(?:went (?:hot|cold|grey|dim|white|all)|ears (?:rang|roared|buzz\w*)|tunnel|felt it (?:coming|come)|knew (?:it|i)|seconds before|green|sick first|black spots|spots before)\b/,
    noAsked:
      /\b(?:out of (?:the blue|nowhere)|no (?:warning|sign)|without (?:a |any )?(?:warning|sign)|like a light|one (?:second|moment|minute) (?:to|i was)|just (?:gone|went)|not a thing|nothing (?:at all|before))\b/,
  },
  {
    finding: /^facial-droop$|^droopy-eyelid$/,
    yesAsked:
      /\b(?:hang\w*|droop\w*|lopsided|crooked|one side (?:of|does|will|has)|dribbl\w*|half (?:shut|closed)|sags?|smile (?:is|was|went))\b/,
    noAsked:
      /\b(?:both (?:sides|eyes) (?:\w+ )?(?:the same|alike|open)|straight|normal|smile (?:is )?(?:fine|as ever|the same)|looked in the mirror|same as ever|wide open)\b/,
  },
  {
    finding: /^hard-to-rouse$|^floppy-or-less-active$/,
    yesAsked:
      /\b(?:can not wake|will not wake|had to (?:shake|rub|shout|clap)|rag doll|limp|like a (?:rag|doll|sack)|lies there|out of it|drowsy|sleeps through everything|no life)\b/,
    noAsked:
      /\b(?:wakes? (?:when|up|as|at|easily|straight|by)|alert|bright|running (?:about|round|around)|crawl\w*|kick\w*|playing|bouncing|into everything|all over the place)\b/,
  },
];
