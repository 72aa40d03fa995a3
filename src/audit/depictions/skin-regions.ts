import type { Depiction } from './depiction.ts';

const region = (finding: RegExp, where: string): Depiction => ({
  finding,
  yes: new RegExp(
    `\\b(?:all over|covered|covering|spread to|red|rash|spots?|patch(?:es)?|bumps?|scal[ey]\\w*|itch\\w*|got it|it is) (?:\\w+ ){0,4}(?:on|over|in|to|across|between|behind|round) (?:\\w+ ){0,2}(?:${where})\\b`,
  ),
  yesAsked: new RegExp(
    `\\b(?:on|over|in|to|across|between|behind|round) (?:both |all |the |my |of )*(?:\\w+ )?(?:${where})\\b|\\b(?:${where}) (?:\\w+ )?(?:is|are|has|have|got|itch\\w*|look\\w*) (?:\\w+ )?(?:covered|full|red|scaly|bad|gone|going|the same|joined|started|too|as well|rough|sore|itch\\w*)\\b`,
  ),
  no: new RegExp(
    `\\b(?:${where}) (?:\\w+ ){0,2}(?:is|are|was|were|has|have|stay\\w*|look\\w*|got|remain\\w*) (?:\\w+ ){0,2}(?:clear|clean|free|spared|untouched|smooth|perfect|nothing|soft|left alone)\\b|\\b(?:nothing|not a (?:spot|mark|thing|bump|patch|flake)|none|no (?:spots?|marks?|bumps?|patches|rash|flakes)) (?:\\w+ ){0,2}(?:on|in|round|behind|over) (?:my |the )?(?:\\w+ )?(?:${where})\\b`,
  ),
  noAsked: new RegExp(
    `\\b(?:${where}) (?:\\w+ ){0,2}(?:is|are|stay\\w*|look\\w*|remain\\w*) (?:\\w+ ){0,2}(?:fine|ok|okay|all right|alright|normal|good)\\b`,
  ),
});

/** Where on the body the skin is affected. */
export const skinRegions: readonly Depiction[] = [
  region(/^face-affected$/, 'face|cheeks?|forehead|chin|nose'),
  region(/^hands-affected$/, 'hands?|fingers?|palms?|knuckles'),
  region(/^scalp-affected$/, 'scalp|head|hair'),
  region(/^trunk-affected$/, 'back|belly|chest|tummy|trunk|stomach'),
  region(/^feet-or-groin-affected$/, 'feet|foot|groin|toes|soles?'),
  region(/^toenails-affected$/, 'toenails?|toes'),
  region(/^fingernails-affected$/, 'fingernails?'),
  region(/^elbows-and-knees-affected$/, 'elbows?|knees?'),
  region(/^bends-affected$/, 'elbows?|knees?|creases|bends|crooks?'),
  region(/^genitals-affected$/, 'private parts|privates|down below|down there|genitals|penis'),
  region(/^wrists-or-ankles-affected$/, 'wrists?|ankles?'),
  region(/^upper-arms-or-thighs-affected$/, 'upper arms?|arms?|thighs?'),
  region(/^nape-or-shins-affected$/, 'nape|neck|shins?'),
];
