import { type Depiction, good } from './depiction.ts';

/** Eyes and sight. */
export const eyes: readonly Depiction[] = [
  {
    finding: /^light-sensitivity$/,
    yes: /\blight (?:\w+ ){0,2}(?:hurt\w*|kill\w*|stab\w*|unbearable|blind\w*|sears?|bothers|is (?:agony|torture))\b|\bsunglasses\b|\bcurtains? (?:\w+ )?(?:shut|drawn|closed)\b|\bsit(?:ting)? in the dark\b|\bblinds? down\b/,
    no: /\b(?:light|sun|lamp|brightness) (?:\w+ ){0,3}(?:no (?:bother|trouble|problem)|not (?:bother|mind|hurt|trouble|worry)\w*|fine|all one|makes no)\b|\b(?:look\w*|stare\w*) (?:\w+ ){0,3}(?:into|at) (?:the|a|your) (?:light|sun|lamp|window) (?:\w+ )*(?:fine|no|without|all day)\b|\blight i do not mind\b|\b(?:sat|sit|sitting|lay|lie|lying|walk\w*|out) in the (?:\w+ )?sun\b/,
  },
  {
    finding: /^blurred-vision$|^double-vision$/,
    yes: /\b(?:through|like) (?:\w+ )?(?:fog|mist|frosted|a (?:veil|curtain|dirty)|milk)\b|\b(?:print|letters|everything|faces|things|telly) (?:\w+ ){0,2}(?:swim\w*|blur\w*|fuzzy|hazy|foggy|misty|double)\b|\bsee\w* (?:two of|double)\b/,
    no: /\b(?:see|seeing|read|vision|sight|eyesight|eyes) (?:\w+ ){0,4}(?:sharp|clear\w*|perfectly|like (?:a hawk|an eagle|always|before)|as (?:well|good|sharp|clear)|fine|small print|every letter|crisp|normal\w*|20 20)\b|\bsharp as (?:ever|a tack|always)\b|\bread (?:\w+ ){0,3}(?:print|letters?|lines?|signs?|number plates?)\b/,
    turned:
      /\b(?:can you|do you) (?:\w+ )?(?:see|read)(?! (?:double|two|less|worse|blur))|\bvision (?:all right|clear|normal|fine)/,
  },
  {
    finding: /^eye-redness$/,
    yesAsked: /\b(?:red|bloodshot|pink|like (?:a (?:tomato|rabbit|vampire)|tomatoes))\b/,
    noAsked: /\b(?:white|clear|normal|fine|as (?:always|usual))\b/,
  },
  {
    finding: /^both-eyes-affected$/,
    yesAsked: /\bboth\b|\bthe other (?:one )?(?:too|as well)\b/,
    noAsked:
      /\b(?:only|just) (?:\w+ )?(?:one|left|right)\b(?! (?:to (?:begin|start)|at first|first))|\bother (?:one|eye) (?:is )?(?:\w+ )?(?:fine|clear|ok|normal|all right|white|never)\b/,
  },
  {
    finding: /^both-eyes-affected$/,
    yes: /\b(?:right|left|other|second) (?:one|eye)? ?(?:has |is |was |have )?(?:\w+ )?(?:joined in|followed|caught up|going the same|started|has it|got it|too|as well|also|next)\b|\bspread to the other\b|\bboth (?:of them|eyes|are|look|now|by now|the same)\b/,
    noAsked: /\bthe one\b|\bone only\b|\bnever (?:spread|moved|crossed)\b/,
    turned: good(/\b(?:only|just) (?:the |in |on )?(?:\w+ )?(?:one|left|right)\b/),
  },
  {
    finding: /^(?:halos-around-lights|sudden-eye-pain|eye-pain|visual-aura)$/,
    yesAsked:
      /\b(?:rainbow\w*|rings?|halo\w*|stab\w*|knife|agony|needle|like (?:a )?(?:nail|hot poker)|zigzags?|flash\w*|jagged|shimmer\w*|sparkl\w*|blind spot|kaleidoscope|stars)\b/,
    noAsked:
      /\b(?:not once|just (?:itch\w*|sand\w*|grit\w*|red)|only (?:itch\w*|sand\w*|grit\w*)|just lights|not hurt|painless|came (?:on )?without)\b/,
  },
  {
    finding: /^eyelid-lump-for-weeks$|^watering-eyes$|^dry-eyes$|^floaters-or-flashes$|^brief-sight-loss$/,
    yesAsked:
      /\b(?:weeks|months|stream\w*|tears|drops every|sand\w*|black (?:dots|for|curtain)|went (?:black|dark|dim)|curtain|flies|cobwebs?|lightning)\b/,
    noAsked:
      /\b(?:(?:two|three|four|few) days|since (?:yesterday|monday|tuesday|friday)|fresh|dry|clear|never (?:gone|went|black|any)|nothing (?:floats|like)|moist|comfortable)\b/,
  },
];
