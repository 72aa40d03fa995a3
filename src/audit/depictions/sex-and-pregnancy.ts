import type { Depiction } from './depiction.ts';

/** Partners, pregnancy and hormones. */
export const sexAndPregnancy: readonly Depiction[] = [
  {
    finding: /^pregnancy$/,
    yes: /\b(?:weeks|months) (?:along|gone|pregnant)\b|\bbaby (?:\w+ )?(?:due|on the way|kick\w*)\b|\beating for two\b|\bexpecting (?:our|my|a|in|again)\b|\btest (?:was|is|came) (?:\w+ )?positive\b|\bin the family way\b/,
    no: /\b(?:can not|could not) (?:\w+ )?be\b(?! doing| sure| bothered| more)|\bno chance\b|\b(?:had|got|have) (?:\w+ ){0,2}period\b|\b(?:coil|sterili[sz]ed|womb out|hysterectomy|through the change|past (?:that|it)|too old)\b/,
  },
  {
    finding: /^hormone-use$|^contraceptive$/,
    yesAsked:
      /\bpill (?:\w+ )*(?:every|each|since|for|years)\b|\b(?:patch|ring|coil|implant|hrt)\b|\bfor (?:\w+ )?years\b/,
    noAsked: /\b(?:never took|came off|stopped|without|condoms?|nothing like that|no hormones)\b/,
  },
  {
    finding: /^(?:new-sexual-partner|partner-with-infection)$/,
    yesAsked:
      /\b(?:someone new|new (?:man|woman|bloke|girl|boyfriend|girlfriend|partner)|one night|weekend|met (?:someone|somebody|a)|fling|since (?:\w+ )?(?:weeks|months)|he has|she has|they have)\b/,
    noAsked:
      /\b(?:faithful|same (?:man|woman|husband|wife|partner|one)|married|nobody (?:new|else)|no such luck|chance would|years together|only (?:my|ever)|monk|nun|single)\b/,
  },
  {
    finding: /^heavy-periods$|^irregular-periods$/,
    yesAsked:
      /\b(?:flood\w*|soak\w*|clots?|every (?:hour|two hours)|pads and|two pads|through (?:my|everything)|eight days|ten days|all over the place|never know|gush\w*|pour\w*)\b/,
    noAsked:
      /\b(?:light|lighter|normal|regular\w*|clockwork|like clockwork|three days|four days|stopped|none|as (?:always|ever)|through the change|average|spotting)\b/,
  },
  {
    finding: /^contraception$/,
    yesAsked: /\b(?:coil|pill|condoms?|implant|injection|patch|ring|snip|sterili[sz]ed|cap)\b/,
    noAsked: /\b(?:nothing|never use|not use|no need|take our chances|careful|natural)\b/,
  },
];
