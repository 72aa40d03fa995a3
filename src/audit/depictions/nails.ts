import { type Depiction, good } from './depiction.ts';

/** Nails. */
export const nails: readonly Depiction[] = [
  {
    finding:
      /^(?:nail-thick-and-crumbly|nail-discoloured|nail-ridges-or-dents|nail-lifting|nail-changes|brittle-nails)$/,
    yesAsked:
      /\b(?:thick\w*|crumbl\w*|like (?:chalk|horn|wood|a hoof|cheese)|yellow\w*|brown\w*|green\w*|black|dents?|pits?|ridges?|grooves?|lift\w*|come (?:away|off|loose)|gap|split\w*|break\w*|flak\w*|peel\w*)\b/,
    noAsked: /\b(?:smooth|pink|firm|strong|shiny|normal|as (?:always|ever|usual)|healthy|flat|attached|tight)\b/,
  },
  {
    finding: /^many-nails-affected$/,
    yesAsked:
      /\b(?:all (?:of them|ten|my)|(?:three|four|five|six|seven|eight|nine|ten|both|most|several|a few|lots) (?:or \w+ )?(?:of (?:them|my|the)|nails|fingers|toes)|every (?:nail|one|single|finger|toe)|others? (?:as well|too|are|have|is|has)|spread to|the (?:whole )?lot)\b/,
    noAsked:
      /\b(?:(?:only|just|is) (?:\w+ )?(?:the )?(?:one|this|big|thumb|right|left|ring|little)|one nail|single|the rest (?:is|are)|others (?:are|look) (?:\w+ )?(?:fine|perfect|normal|good|all right|healthy|pink))\b/,
    turned: good(/\b(?:only|just) (?:the |in |on )?(?:\w+ )?(?:one|single)\b/),
  },
  {
    finding: /^(?:swelling-beside-nail|pain-beside-toenail|proud-flesh-at-nail)$/,
    yesAsked:
      /\b(?:fat|puff\w*|swoll\w*|like a (?:\w+ )?(?:sausage|cushion|grape|cherry)|red|tight|throb\w*|dig\w*|press\w*|kill\w*|bleeds?|wet|meat\w*|can not (?:bear|stand|wear))\b/,
    noAsked: /\b(?:flat|smooth|normal|clean|fine|slim|thin|all right|painless|not (?:hurt|swollen|sore))\b/,
  },
  {
    finding: /^nails-cut-short-at-corners$|^big-toenail-affected$/,
    yesAsked:
      /\b(?:right down|round the (?:corners?|edges?)|curved?|short as|to the quick|dig (?:\w+ )?out|big (?:one|toe))\b/,
    noAsked:
      /\b(?:straight across|leave (?:them|it) long|square|podiatrist|chiropodist|little (?:one|toe)|(?:second|third|small|middle) toe)\b/,
  },
];
