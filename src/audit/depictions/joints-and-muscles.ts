import { type Depiction, good } from './depiction.ts';

/** Joints and muscles. */
export const jointsAndMuscles: readonly Depiction[] = [
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
    finding: /^(?:cannot-move-joint|trouble-opening-mouth|muscle-weakness|weakness-getting-up)$/,
    yesAsked:
      /\b(?:can not|stuck|locked|will not (?:bend|move|open|budge)|rigid|carried|pull myself|like a (?:door|hinge)|hardly|barely)\b/,
    noAsked:
      /\b(?:bends?|moves?|opens?) (?:\w+ ){0,2}(?:fine|easily|freely|wide|like always|without|all the way)\b|\b(?:spring|jump|leap) (?:up|out)\b/,
    turned: good(/\b(?:can|could|able) (?:you |to )?(?:\w+ )*(?:move|bend|open|get up|stand|walk)/),
  },
  {
    finding: /^(?:one-joint-only)$/,
    yesAsked: /\b(?:just|only) (?:the|this|my|one)\b|\bone (?:joint|knee|toe|wrist)\b|\bnothing else\b/,
    noAsked:
      /\b(?:all over|everywhere|several|many|both|all (?:of them|my)|other (?:joints|one|knee)|too|as well|also)\b/,
  },
  {
    finding: /^joints-alike-on-both-sides$/,
    yesAsked: /\b(?:both|mirror|same on (?:each|the other)|each side|alike|left and right)\b/,
    noAsked: /\b(?:just|only) (?:the|one|my)\b|\bother (?:one|side) (?:is )?(?:good|fine|ok|well|healthy|perfect)\b/,
  },
  {
    finding: /^joint-pain-came-overnight$/,
    yesAsked:
      /\b(?:overnight|woke (?:up )?(?:with|and)|in one night|went to bed (?:fine|well|right)|fine (?:at|when i went) (?:bed|to bed)|all at once|from one (?:day|hour))\b/,
    noAsked:
      /\b(?:weeks?|months?|years?|slow\w*|gradual\w*|bit by bit|crept|little by little|took (?:about )?(?:a|two|three|ten))\b/,
  },
  {
    finding: /^joint-pain-worse-with-use$|^joints?-(?:giving-way|locking|grating)$/,
    yesAsked:
      /\b(?:stairs|jars?|after (?:a|walking|work|use|using)|end of the day|more i (?:use|do|walk)|creak\w*|crunch\w*|gives? way|lets me down|locks?|catch\w*)\b/,
    noAsked:
      /\b(?:better (?:when|if|once|for|with)|loosens?|eases? (?:when|once|with)|use (?:helps|it more)|no (?:odds|difference)|holds?|smooth\w*|never (?:locks|gives|lets))\b/,
  },
  {
    finding: /^(?:small-hand-joints-affected|big-toe-joint-pain)$/,
    yesAsked:
      /\b(?:knuckles?|fingers?|ring|rings|fists?|ball of|big toe|bottom of the (?:big )?toe)\b(?!.*\b(?:fine|good|nimble|all right|spared)\b)/,
    noAsked:
      /\b(?:fingers?|hands?|toes?|feet|foot|knuckles?) (?:\w+ ){0,2}(?:fine|good|nimble|spared|all right|ok|okay|grand|clear|as ever)\b|\bnot (?:the|my) (?:fingers|hands|toes|feet|big toe)\b/,
  },
  {
    finding: /^unaccustomed-lifting$|^heavy-physical-work$/,
    yesAsked:
      /\b(?:lift\w*|lugg\w*|carr(?:y|ied)|shift\w*|mov\w+ (?:house|furniture|a|the)|heav\w*|dug|digging|sacks?|boxes|piano|wardrobe)\b/,
    noAsked:
      /\b(?:took it easy|feet up|desk|sitting|nothing (?:heavy|out of)|what i always|same as (?:always|ever|usual)|not lifted)\b/,
  },
];
