import type { Depiction } from './depiction.ts';

const meal = '(?:food|meals?|breakfast|lunch|supper|dinner|tea|bite|plate|pasta|toast|soup)';

/** Stomach and bowels. */
export const belly: readonly Depiction[] = [
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
    finding: /^blood-in-stool$|^blood-in-urine$/,
    yes: /\b(?:bowl|water|pan|paper|pee|urine|stool|poo|it) (?:\w+ ){0,3}(?:red|pink|scarlet|crimson|like (?:cola|wine|ketchup)|bloody)\b/,
    yesAsked:
      /\b(?:red as|pink|scarlet|crimson|wine|like cola|streaks?|bright red|as red|fairly red|black as|tarry|drops? of (?:blood|red))\b/,
    no: /\b(?:just|only) (?:\w+ )?(?:brown|yellow|normal|clear)\b|\bno red\b/,
    noAsked: /\b(?:brown|yellow|clear|straw|normal colour|usual colour|pale|dark|light)\b(?!.*\bred\b)|\bnone\b/,
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
    finding: /^pain-moved-to-right-lower$/,
    yesAsked:
      /\b(?:wander\w*|moved|shift\w*|mov\w+|slid|slipped|travelled|crept|went) (?:\w+ ){0,5}(?:down|right|lower|here|there)\b|\b(?:began|started|first) (?:\w+ ){0,4}(?:navel|belly button|middle|top|stomach|centre)\b/,
    noAsked:
      /\b(?:same (?:spot|place)|from the (?:very )?start|(?:not|never) (?:moved|shifted|budged|wandered)|stayed|always (?:been )?(?:here|there))\b/,
  },
  {
    finding: /^heartburn$|^acid-regurgitation$/,
    yes: /\b(?:sour|acid|bitter) (?:\w+ ){0,2}(?:stuff|taste|liquid|comes|rises|in my (?:mouth|throat))\b|\bfire (?:\w+ ){0,2}(?:up|behind|in)\b/,
    noAsked: /\bnever (?:any|get|had) (?:\w+ )?(?:burn\w*|acid|that)\b|\bstays down\b/,
  },
];
