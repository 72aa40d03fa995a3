import type { Depiction } from './depiction.ts';

const hot = '(?:thirty (?:eight|nine)|forty|3[89]|40)';

/** The whole person: heat and cold, strength, weight, thirst. */
export const general: readonly Depiction[] = [
  {
    finding: /^fever$/,
    yes: new RegExp(
      `\\b(?:roast|boil|burn)(?:ing|ed)? (?:hot|up|like)|\\bfr(?:y|ied) an egg|\\bhot as (?:a|an) (?:oven|stove|furnace)|\\btemperature (?:\\w+ ){0,3}${hot}\\b|\\b(?:thermometer|it) (?:said|read|showed) (?:\\w+ ){0,2}${hot}\\b|\\bon fire all over\\b`,
    ),
    yesAsked: new RegExp(
      `\\b${hot}\\b(?! (?:minutes|hours|days|weeks|years))|\\b(?:roasting|boiling|burning|sweltering|baking)\\b|\\b(?:hot and cold)\\b`,
    ),
    no: /\b(?:cool as|temperature (?:\w+ ){0,2}(?:normal|fine|ok|okay|perfect|spot on))\b|\b(?:thermometer|it) (?:said|read|showed) (?:\w+ )?(?:normal|thirty (?:six|seven)|3[67])\b/,
    noAsked:
      /\b(?:thirty six|36)\b|\bcool\b|\bnot (?:felt |been )?hot\b|\bit was (?:\w+ )?(?:fine|normal|ok|okay)\b|\bnothing (?:of the sort|like that)\b/,
  },
  {
    finding: /^chills$/,
    yes: /\bteeth (?:\w+ )?(?:chatter|clatter)\w*|\bshak(?:e|ing|en) (?:\w+ )?(?:with cold|like a leaf|the bed)|\bgoose ?(?:bumps|flesh|pimples)|\b(?:shiver|shudder)\w*|\bcould not get warm\b/,
    noAsked: /\bwarm as toast\b|\bwarm enough\b|\bnever (?:cold|shook)\b/,
  },
  {
    finding: /^fatigue$/,
    yes: /\bdead on my feet\b|\b(?:can|could) (?:hardly|barely|scarcely) (?:keep my eyes|stand|get (?:up|out|through|off)|lift|put one foot|drag)|\bdrag\w* myself\b|\bsleep all day\b|\bfall asleep (?:at|in|on|over|on my)|\bbattery (?:is )?(?:flat|empty)|\bno (?:strength|energy|get up and go)\b|\bzonked\b|\bflat out on\b/,
    no: /\bfull of (?:beans|energy|life)\b|\b(?:bags|loads|lots|plenty|tons) of (?:energy|strength|go)\b|\bfresh as a daisy\b|\bfit as a (?:fiddle|flea)\b|\b(?:run|ran|could run) (?:a )?(?:marathon|miles|for miles)\b|\bbounc\w+ (?:around|about|out)|\bwide awake all day\b|\benergy (?:\w+ ){0,3}(?:fine|normal|good|great|plenty|same|to spare)\b|\bon top form\b|\bnever (?:felt|been) (?:fitter|better|more awake)/,
    noAsked: /\bas (?:strong|fit|lively) as\b|\bi feel (?:strong|great|fine|fit|fresh)\b/,
  },
  {
    finding: /^cold-sweat$/,
    yes: /\b(?:drench|drip|pour|wring)\w*|\b(?:wet|soaked) through\b(?!.*\bnight)|\bsweat\w* (?:like a|buckets)(?!.*\bnight)|\bclammy\b/,
    no: /\b(?:skin|forehead|shirt) (?:\w+ ){0,2}dry\b|\bnot a (?:drop|bead)\b/,
    noAsked: /\b(?:stay|stayed|was|been|quite|perfectly) (?:\w+ )?dry\b|\bdry as (?:a|the)\b|\bbone dry\b/,
  },
  {
    finding: /^night-sweats$/,
    yes: /\b(?:drench|soak|drip|pour|wring)\w*|\b(?:wet|soaked) through\b|\bsheets? (?:\w+ )?(?:wet|soaked|change\w*)\b|\bchange (?:\w+ ){0,2}(?:sheets?|pyjamas|shirt|t shirt|nightie|top)\b|\bsweat\w* (?:like a|buckets)|\bclammy\b/,
    no: /\bdry as (?:a|the)\b|\bbone dry\b|\b(?:skin|sheets?|pyjamas|shirt|forehead) (?:\w+ ){0,2}dry\b|\bnot a (?:drop|bead)\b/,
    noAsked: /\b(?:stay|stayed|was|been|quite|perfectly) (?:\w+ )?dry\b/,
  },
  {
    finding: /^weight-loss$/,
    yes: /\b(?:trousers|clothes|skirt|belt|jeans|everything|things|dress|ring|suit) (?:\w+ ){0,3}(?:hang\w*|loose\w*|fall\w*|slip\w*|too big|in (?:two|three|a few)|notch\w*|hole\w*)\b|\bskin and bone\b|\b(?:stone|kilos?|pounds) (?:lighter|less|down|gone)\b|\b(?:dropped|shed|down) (?:\w+ ){1,3}(?:kilos?|pounds|stone|sizes?)\b|\bmelt\w* away\b|\bnew hole in my belt\b/,
    no: /\bscales? (?:\w+ )?(?:say\w*|show\w*|has|have|read\w*) (?:\w+ )?(?:what|the same|not)|\b(?:put on|gained) (?:\w+ )?(?:weight|a stone|kilos?|pounds|a few|some|two|three|half)\b|\b(?:not|never) (?:by )?(?:a|an|one|single) (?:gram|ounce|pound|kilo)\b|\bweight (?:\w+ ){0,3}(?:steady|same|stable|unchanged|up|not budged|not changed|not moved)\b|\bclothes (?:\w+ )?(?:fit|as tight|the same|tighter)\b|\bsame (?:weight|size) (?:as|for)\b/,
    noAsked: /\bnot budged\b|\bother way (?:round|around)\b|\bthe same as (?:ever|always)\b/,
  },
  {
    finding: /^weight-gain$|^overweight$/,
    yes: /\b(?:put on|gained|piled on) (?:\w+ ){0,2}(?:weight|stone|kilos?|pounds)\b|\bbuttons? (?:\w+ ){0,2}(?:pop|burst|close)|\bbig(?:ger)? belly\b|\btoo (?:fat|heavy|big)\b|\bcarry (?:\w+ )?too much\b/,
    no: /\b(?:thin|slim|lean|skinny) (?:as|as a|all my)\b|\bskin and bone\b|\balways been (?:\w+ )?(?:thin|slim|lean|skinny)\b|\bweight (?:\w+ ){0,3}(?:steady|same|stable|unchanged|normal|fine)\b/,
  },
  {
    finding: /^poor-fluid-intake$/,
    yesAsked:
      /\b(?:hardly|barely|not (?:drunk|had|got|keep)|only (?:sips|a (?:glass|cup|sip))|a (?:sip|glass or two)|forget to drink|dry|next to nothing)\b/,
    no: /\b(?:drink|drinking|drunk|drank) (?:\w+ ){0,2}(?:plenty|loads|lots|litres?|enough|gallons|like a fish|well|as (?:much|always|usual)|pots)\b|\b(?:two|three|four|several) litres\b|\bbottles? of water (?:a|every)\b/,
    noAsked: /\bplenty\b|\blitres?\b|\b(?:kept|keep) up\b|\blots\b/,
    turned: /\b(?:enough|plenty|managed?|drink(?:ing)? (?:well|ok))\b/,
  },
  {
    finding: /^excessive-thirst$/,
    yesAsked:
      /\b(?:all the time|drink the (?:sea|lake|river)|could drink|parched|mouth like|never enough|litres|can not get enough|desert)\b/,
    noAsked: /\b(?:no more than|hardly drink|same as|normal\w*|not particularly)\b/,
  },
  {
    finding: /^(?:hair-thinning|looking-pale|feeling-cold|feeling-too-hot|slowed-down)$/,
    yesAsked:
      /\b(?:in the (?:plughole|brush|shower|drain)|handfuls|comes out|falls out|bald\w*|white as|like a (?:ghost|sheet|snail)|like chalk|pasty|cardigan|hot water bottle|three (?:jumpers|layers)|freez\w*|icy|throw the (?:covers|duvet) off|windows? open|boiling|sweat\w*|through (?:treacle|mud|water)|under water)\b/,
    noAsked:
      /\b(?:thick as|full head|rosy|good colour|red cheeks|t shirt|warm as|never cold|cool|comfortable|quick as|brisk|as fast as)\b/,
  },
];
