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
];
