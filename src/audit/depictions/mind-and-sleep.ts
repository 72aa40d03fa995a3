import { type Depiction, good } from './depiction.ts';

/** Mood, worry, thinking and sleep. */
export const mindAndSleep: readonly Depiction[] = [
  {
    finding: /^poor-sleep$/,
    yes: /\b(?:toss\w* and turn\w*|wide awake (?:at|all|half|every)|stare at the ceiling|(?:hardly|barely|scarcely) (?:\w+ )?(?:slept|sleep|closed my eyes)|count\w* sheep|not (?:had |get |got )?a wink|up half the night|up all night|awake (?:half|most of|all) (?:of )?(?:the )?night)\b/,
    yesAsked:
      /\bhardly\b|\bbadly\b|\bterribl[ey]\b|\b(?:keeps?|wakes?|woke|waking) me\b|\bin bits\b|\bnot (?:much|well|good)\b|\bawful\b/,
    no: /\bsleep (?:\w+ )?(?:like (?:a|the) (?:log|baby|top|stone|dead|lamb|bear|dormouse|child|rock|babe)|right through|soundly|through the night|well|fine|just fine|perfectly|deeply|a treat|as well as)\b|\bslept (?:\w+ )?(?:like (?:a|the) (?:log|baby|top|stone|dead|lamb|bear|dormouse|child|rock|babe)|right through|soundly|through the night|well|fine|perfectly|a treat)\b|\bout (?:like a light|as soon as my head)\b|\bhead hits the pillow\b|\b(?:eight|nine|ten) (?:\w+ )?hours (?:\w+ ){0,3}(?:night|solid|straight|sleep|every)\b/,
    noAsked:
      /\bvery well\b|\bsoundly\b|\blike a (?:log|baby|top|stone|lamb)\b|\bno (?:trouble|problem)\b|\bright through\b/,
    turned: /\bhow (?:do|are|is|have|did)|\bsleep(?:ing)? (?:well|ok|okay|all right|through|enough)\b/,
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
    finding: /^fear-of-dying$/,
    yesAsked: /\b(?:drop dead|this was it|my last|number was up|goodbye|my end|i was dying|would die|the end)\b/,
    noAsked:
      /\b(?:never (?:crossed|thought|occurred)|nothing like that|too early for that|outlive|not for a (?:second|moment))\b/,
  },
  {
    finding: /^loss-of-interest$/,
    yes: /\bno (?:joy|pleasure|fun) (?:in|from)\b|\bnothing (?:is |gives |brings )?(?:\w+ )?(?:fun|joy|pleasure|interest\w*|excit\w*)\b|\bgathering dust\b|\bcan not be bothered\b|\ball the same to me\b/,
    noAsked: /\bstill (?:love|enjoy|like|play|go|look forward|do)\b|\blove (?:my|it|the)\b/,
    turned: good(/\b(?:enjoy|pleasure|look forward|interest(?:ed)? in|fun|hobb)/),
  },
  {
    finding: /^poor-concentration$/,
    yes: /\b(?:same (?:line|page|sentence)|mind (?:wanders?|drifts?|goes blank|is a sieve|like a sieve|all over)|lose (?:the|my) thread|can not (?:concentrate|focus|follow|think straight|take it in)|in one ear and out)\b/,
    noAsked:
      /\b(?:sharp|focused|read (?:\w+ )?(?:whole|for hours)|think (?:quite |perfectly )?straight|no (?:trouble|problem))\b/,
    turned: good(/\b(?:can you|able to) (?:\w+ )?(?:concentrate|focus|follow|read)/),
  },
  {
    finding: /^feeling-worthless$|^guilt$|^hopelessness$/,
    yesAsked:
      /\b(?:no use|waste of space|good for nothing|failure|let (?:everyone|them|him|her) down|my fault|blam\w*|no point|no future|never get better|rubbish)\b/,
    noAsked: /\b(?:proud|good at|do my best|did my best|worth|come right|get better|hope\w*|look forward)\b/,
  },
  {
    finding: /^irritability$/,
    yes: /\b(?:snap\w*|bite (?:everyone|people|his|her|their)|short (?:fuse|temper|with)|fly off the handle|lose my (?:temper|rag)|shout(?:ed|ing)? at|bark at|on a short)\b/,
    noAsked: /\b(?:patient|patience|calm|even tempered|easy ?going|placid|sweet|mild)\b/,
  },
  {
    finding: /^tearfulness$/,
    yes: /\b(?:burst into tears|cr(?:y|ied|ies|ying) (?:at|in|over|all|every|most|for|my eyes)|in floods|weep\w*|well up|blub\w*|sob\w*)\b/,
    noAsked: /\b(?:not (?:shed|cried)|dry eyed|never (?:cry|cried)|can not cry)\b/,
  },
  {
    finding: /^early-waking$/,
    yesAsked:
      /\b(?:wide awake at|awake (?:at|by|from)|up at|wake at) (?:two|three|four|five)\b|\bbefore (?:the birds|dawn|it is light)\b/,
    noAsked:
      /\b(?:sleep|lie|stay in bed) (?:\w+ )?(?:in|till (?:seven|eight|nine|ten|noon))\b|\balarm (?:wakes|drags)\b/,
  },
  {
    finding: /^thoughts-of-death$/,
    yes: /\b(?:better off (?:dead|without me)|end it(?: all)?|would not mind not waking|not wake up again|what is the point of (?:living|going on)|wish i (?:was|were) dead)\b/,
    noAsked: /\bwant to live\b|\blove life\b|\btoo much to live for\b|\bnever (?:crossed|that)\b/,
  },
  {
    finding: /^avoiding-places$|^social-withdrawal$/,
    yesAsked:
      /\b(?:stay (?:in|at home|away)|do not go out|not been out|keep away|cross the road|give (?:\w+ ){0,3}a miss|stopped (?:going|seeing|ringing)|hide)\b/,
    noAsked:
      /\b(?:go (?:out|everywhere|anywhere)|out and about|every weekend|see (?:my )?friends|as (?:always|ever|usual))\b/,
    turned: good(/\b(?:go out|get out|go (?:every|any)where|see (?:your )?(?:friends|people)|leave the house|meet)\b/),
  },
  {
    finding:
      /^(?:elated-spells|grandiosity|racing-thoughts|talking-fast|increased-energy|impulsivity|less-need-for-sleep|mood-swings)$/,
    yesAsked:
      /\b(?:on top of the world|high as|over the moon|invincible|boundless|bought|spen[dt]\w*|cards|word in|nineteen to the dozen|head (?:\w+ )?(?:radio|race\w*|spins)|(?:two|three|four) hours(?: a night)?|never tired|up and down|ups and downs|king|genius)\b/,
    noAsked:
      /\b(?:steady|even keel|same (?:as|old)|never (?:high|been high|the sort)|only (?:ever )?(?:down|low)|boring|careful with|sleep (?:my|eight|like)|quiet)\b/,
  },
  {
    finding: /^suicide-plan$|^suicide-attempt-before$|^command-voices$|^violence-at-home$|^access-to-weapons$/,
    yesAsked:
      /\b(?:know (?:how|where|exactly)|saved (?:up )?(?:my|the)|stock\w*|rope|bridge|the pills|took (?:a|an|the|too|all)|overdose|tried|tells? me|telling me|hits?|hit me|push\w*|shov\w*|grabb\w*|gun|rifle)\b/,
    noAsked:
      /\b(?:never (?:tried|would|could|got that|gone that|laid|hit|hurt|once|anything)|would not (?:dare|do)|not (?:gone|got|come) that far|no (?:plan|voices|guns?)|only (?:a )?thoughts?|gentle|nobody (?:tells|hits))\b/,
  },
  {
    finding: /^worry-about-next-attack$/,
    yesAsked:
      /\b(?:dread\w*|wait(?:ing)? for (?:the|it)|when (?:the|it) (?:next|comes)|all day|lie there|afraid (?:of|it|to)|what if)\b/,
    noAsked:
      /\b(?:forget (?:it|about)|not (?:think|give|worry|cross)|never (?:think|give|worry|cross)|once it is over|get on with)\b/,
  },
];
