import type { Depiction } from './depiction.ts';

/** Breath, cough and heart. */
export const chest: readonly Depiction[] = [
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
    finding: /^palpitations$/,
    yes: /\bheart (?:\w+ ){0,3}(?:like (?:mad|a (?:drum|hammer|rabbit|train|bird)|the clappers)|rac\w+|pound\w*|hammer\w*|gallop\w*|flutter\w*|skip\w*|thump\w*|somersault\w*|jump\w*|out of my chest|bang\w*|flip\w*|stumbl\w*)\b/,
    no: /\bheart (?:\w+ ){0,3}(?:steady|calm\w*|quiet\w*|like (?:clockwork|a clock)|regular|normal|its usual|slow|as usual|ticks?|ticking)\b/,
    noAsked: /\b(?:clock|clockwork|ticking|steady|calm|regular|as usual)\b/,
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
    finding: /^cough-for-months$/,
    yesAsked:
      /\b(?:months|years|since (?:last|spring|summer|autumn|winter|christmas|easter)|every (?:winter|morning|day)|as long as|ages)\b/,
    noAsked:
      /\b(?:(?:a|one|two|three|few|ten) (?:\w+ )?(?:days?|weeks?)|fortnight|since (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|last week)|only (?:just|since|these)|new)\b/,
  },
  {
    finding: /^triggered-by-exercise-cold-or-dust$/,
    yesAsked:
      /\b(?:cold (?:air|wind|night)|frost|running|stairs|dust\w*|cats?|grass|smoke|bonfire|perfume|laugh\w*|football) (?:\w+ ){0,3}(?:sets?|brings?|starts?|makes?|catch\w*|gets?|does it|do it|off)\b|\bas soon as\b/,
    noAsked:
      /\b(?:no (?:odds|difference)|whatever i do|makes no|not (?:matter|bother|set)|run (?:about|as|all)|out of nowhere|any time)\b/,
  },
  {
    finding: /^irregular-heartbeat-known$/,
    yesAsked:
      /\b(?:out of (?:step|time|rhythm)|flutter\w*|found it|skips?|for (?:\w+ )?years|thinner|uneven|all over the place)\b/,
    noAsked: /\b(?:regular|steady|clock\w*|never (?:found|said|been|told)|nobody|they have never)\b/,
  },
];
