import type { Depiction } from './depiction.ts';

/** Passing water. */
export const waterworks: readonly Depiction[] = [
  {
    finding: /^bladder-not-empty$/,
    turned: /^(?!.*(?:\bnot\b|n['’]t|\bnever\b|trouble|difficult|left|more)).*\bempt/,
  },
  {
    finding: /^painful-urination$/,
    yes: /\b(?:sting|burn|hurt|scald)\w* (?:\w+ ){0,4}(?:when|every time|each time|whenever) (?:\w+ )*(?:go|pee|wee|pass)\b|\bpass\w* (?:glass|razor\w*|needles|fire)\b|\blike (?:glass|razor\w*|needles|fire) (?:\w+ )?(?:when|coming)\b/,
    yesAsked: /\b(?:sting|stings|burns|scalds|hurts|stinging|burning|nettles|fire)\b/,
    noAsked: /\b(?:goes|go|comes|flows?|water) (?:\w+ )?(?:fine|easily|without|freely|like always)\b|\bno bother\b/,
  },
  {
    finding: /^frequent-urination$|^night-time-urination$/,
    yes: /\b(?:every|each) (?:\w+ )?(?:hour|half hour|ten minutes|twenty minutes|few minutes)\b.*|\b(?:never|not) off the (?:toilet|loo)\b|\bin and out of the (?:toilet|loo|bathroom)\b/,
    yesAsked:
      /\b(?:all the time|constantly|non stop|times a night|run to|keep running|up (?:two|three|four|five|several))\b/,
    noAsked:
      /\b(?:no more|not more|no oftener) (?:\w+ )?than\b|\b(?:once|twice) (?:\w+ ){0,2}(?:day|morning|night)\b|\b(?:same|as) (?:as )?(?:always|usual|ever|before)\b|\bsleep (?:\w+ )?through\b|\bthe usual\b|\bhold it\b/,
  },
  {
    finding: /^urgent-urination$/,
    yesAsked: /\b(?:at once|all at once|run for it|just make it|not (?:\w+ )?hold|barely make|leg it|dash)\b/,
    noAsked: /\b(?:hold it|can wait|take my time|no (?:rush|hurry))\b/,
  },
  {
    finding: /^(?:leaking-urine|bladder-not-empty|weak-urine-stream|cloudy-or-smelly-urine|vaginal-discharge-changed)$/,
    yesAsked:
      /\b(?:pads?|wet (?:myself|pants|trousers|the)|puddle|drops?|dribbl\w*|trickl\w*|leak\w*|accident\w*|never (?:quite )?(?:empty|done|finished)|more to come|wait (?:ages|forever|for it)|cloud\w*|murky|smell\w*|stink\w*|reek\w*|fish\w*|curd|cottage cheese|like (?:a )?(?:tap|soup|milk))\b/,
    noAsked:
      /\b(?:dry|like a (?:horse|hose|fireman|racehorse)|strong|good (?:jet|flow|stream)|full force|empt(?:y|ies) (?:\w+ )?(?:fully|completely|right out|fine)|all (?:out|gone)|clear|crystal|never (?:a drop|wet|leak\w*)|hold it|as (?:usual|always|ever)|not smell)\b/,
  },
  {
    finding: /^(?:wet-nappies|poor-feeding|urine-protection-pads)$/,
    yesAsked:
      /\b(?:fewer|less|only (?:one|two)|dry (?:since|all|nappy)|hardly|barely|turns? (?:his|her) head|two sips|refus\w*|pushes? (?:it|the)|every day|one a day)\b/,
    noAsked:
      /\b(?:soak\w*|six|seven|eight|as (?:always|ever|usual|many)|plenty|guzzl\w*|empties|finish\w*|hungry|drains|no need|never needed)\b/,
  },
];
