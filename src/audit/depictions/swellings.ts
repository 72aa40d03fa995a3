import type { Depiction } from './depiction.ts';

/** What is swollen, lumpy, hot and red. */
export const swellings: readonly Depiction[] = [
  {
    finding:
      /^both-legs-swelling$|^one-calf-swelling$|^lip-or-face-swelling$|^eyelid-swelling$|^one-leg-red-and-swollen$/,
    yes: /\b(?:ankles?|legs?|feet|calf|calves|lips?|face|eyelids?|lid) (?:\w+ ){0,4}(?:like (?:balloons?|tree trunks|a balloon|sausages?|a tennis ball|an egg)|puff\w*|blew up|balloon\w*|twice (?:its|the|their)|fat|swoll\w*|swell\w*)\b|\bshoes? (?:\w+ ){0,3}(?:not fit|too tight|marks|not get)\b|\bsocks? (?:\w+ )?(?:leave|cut|dent|mark)\w*/,
    noAsked:
      /\b(?:thin|slim|slender|same size|normal|usual size|as (?:thin|slim) as|shoes (?:\w+ )?fit|both the same)\b/,
  },
  {
    finding:
      /^swollen-jaw-or-cheek$|^joint-swelling$|^swollen-neck-glands$|^neck-lump-low-in-front$|^eyelid-lump$|^tender-lump-in-skin$|^breast-lump$|^mouth-lump$/,
    yesAsked:
      /\b(?:like (?:a |an )?(?:\w+ )?(?:ball|egg|hamster|marbles?|pea|peas|plum|walnut|balloon|football|melon|grape|cherry|bean)|twice the size|blown up|fat|swoll\w*|puff\w*|lump\w*|knot\w*|bump\w*)\b/,
    noAsked:
      /\b(?:flat|smooth|normal|same (?:size|as)|as (?:slim|always|usual|thin)|nothing (?:to feel|there)|not felt|thin|no lumps?)\b/,
  },
  {
    finding: /^joint-hot-and-red$|^hot-red-spreading-skin$/,
    yesAsked:
      /\b(?:fry an egg|boiling|glow\w*|like a (?:furnace|radiator|stove|tomato|beetroot)|fiery|burning hot|scarlet|creep\w*|spread\w*|climb\w*)\b/,
    noAsked: /\b(?:cool|cold|pale|normal (?:colour|temperature)|same as the other|stays? put|not (?:spread|moved))\b/,
  },
];
