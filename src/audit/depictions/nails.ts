import type { Depiction } from './depiction.ts';

/** Nails. */
export const nails: readonly Depiction[] = [
  {
    finding:
      /^(?:nail-thick-and-crumbly|nail-discoloured|nail-ridges-or-dents|nail-lifting|nail-changes|brittle-nails)$/,
    yesAsked:
      /\b(?:thick\w*|crumbl\w*|like (?:chalk|horn|wood|a hoof|cheese)|yellow\w*|brown\w*|green\w*|black|dents?|pits?|ridges?|grooves?|lift\w*|come (?:away|off|loose)|gap|split\w*|break\w*|flak\w*|peel\w*)\b/,
    noAsked: /\b(?:smooth|pink|firm|strong|shiny|normal|as (?:always|ever|usual)|healthy|flat|attached|tight)\b/,
  },
];
