import type { Depiction } from './depiction.ts';

/** Mouth, gums and teeth. */
export const mouthAndTeeth: readonly Depiction[] = [
  {
    finding:
      /^(?:mouth-ulcers|sore-mouth|white-coating-in-mouth|bleeding-gums|sore-swollen-gums|loose-teeth|hole-in-tooth|sensitive-teeth|toothache|pain-on-biting|receding-gums|tartar-on-teeth|stained-teeth)$/,
    yesAsked:
      /\b(?:raw|burn\w*|sting\w*|crater\w*|white (?:spots?|film|coat\w*)|cheesy|furry|pink (?:spit|foam|in the (?:sink|basin))|red (?:spit|on the (?:brush|apple))|blood\w*(?! tests?)|puff\w*|fat|throb\w*|wobbl\w*|rock\w*|loose|broke\w*|crater|hole|black|shoots?|jump\w*|through the roof|see stars|longer|rough|like (?:a|sandpaper)|brown|yellow)\b/,
    noAsked:
      /\b(?:firm|solid|tight|pink|clean|smooth|fine|bite (?:into|on) (?:anything|apples?|nuts|what)|crack (?:nuts|a nut)|ice cream|no (?:trouble|bother)|rock solid|like iron|all there|white)\b/,
  },
];
