import type { Depiction } from './depiction.ts';

/** What a pain does, and what is done with it. */
export const pain: readonly Depiction[] = [
  {
    finding: /^restless-with-pain$/,
    yes: /\b(?:pac(?:e|ed|ing)|walk\w* (?:up and down|the floor|about|around|round)|writh\w*|roll\w* (?:about|around)|up and down|climb\w* the walls|can not (?:\w+ )?(?:keep|sit|lie|stay|hold|be) still|not (?:sit|lie|stay|keep) still|not (?:\w+ )?for a (?:second|minute|moment)|thrash\w*|toss\w*|wriggl\w*)\b/,
    no: /\b(?:lie|lying|lay|sit|keep|keeping|stay|hold) (?:\w+ ){0,2}(?:still|like a (?:plank|log|stone|board|statue|corpse)|quiet|flat out|curled)\b|\bcurl\w* up\b|\b(?:not|rather not|dare not|do not dare) (?:\w+ )?(?:move|budge|stir)\b|\bstill as a\b/,
    turned: /\b(?:still|quiet|rest)\b/,
  },
  {
    finding: /^belly-pain-on-movement$|^chest-pain-on-movement$|^headache-worse-with-activity$/,
    yes: /\bevery (?:bump|step|jolt|turn|twist|move|movement|stair|kerb|pothole) (?:\w+ ){0,3}(?:hurt\w*|kill\w*|agony|wince|jar\w*|stab\w*|like a knife|worse|pain\w*|goes through|shoots)|\bworse (?:\w+ )?(?:when|if|as soon as) i (?:move|twist|turn|walk|cough|stir|bend|climb)\b/,
    no: /\bmakes? (?:no|not the (?:least|slightest)) (?:odds|difference|change)\b|\b(?:twist|turn|stretch|bend|move|walk|run|jump|cough|hop|dance|ride|rode|cycle|reach|climb)\b(?! (?:hurt|and it hurt)).*\b(?:as (?:much as )?i (?:like|please|want)|any way i (?:like|please|want)|not (?:feel|felt|notice) (?:a thing|anything|it)|fine|no (?:odds|difference|trouble|bother|worse)|without (?:a|any|it|feel\w*|trouble|pain)|freely|(?:does|do|did) not (?:hurt|change|matter))\b/,
    noAsked:
      /\b(?:no odds|no difference|no worse|not feel a thing|(?:just|exactly) the same|as much as i like|any way i like|does me good|helps|better (?:for|when))\b/,
  },
  {
    finding: /^chest-pain-on-pressing$|^skin-pain$|^eyelid-sore-to-touch$/,
    yes: /\b(?:hurts?|sore|tender|agony|flinch|wince|jump\w*) (?:\w+ ){0,5}(?:touch|press|poke|push|lean|lie on|brush)\w*|\b(?:touch|press|poke|push)\w* (?:\w+ ){0,4}(?:hurts?|agony|jump|yelp|scream|through the roof|wince|kills?)\b/,
    yesAsked: /\b(?:hurts|burns|stings|sore|on fire|burning|stabbing|smarts|raw|painful|agony)\b(?! when i scratch)/,
    no: /\b(?:press|touch|poke|push|prod|rub)\w* (?:\w+ ){0,5}(?:not feel|feel nothing|no (?:odds|difference)|all you like|as hard as|not hurt|fine|without)/,
    noAsked:
      /\b(?:just|only) (?:\w+ )?itch\w*\b|\bpainless\b|\bnot feel (?:a thing|it|anything)\b|\bas hard as (?:you|i) like\b/,
  },
  {
    finding: /^pain-radiating/,
    yesAsked:
      /\b(?:goes|shoots?|spreads?|runs?|travels?|moves?|creeps?|pulls?|radiates?|down|into|through|up) (?:\w+ ){0,4}(?:arm|jaw|shoulder|shoulder blade|groin|ball|balls|back|neck|hand|fingers|teeth)\b/,
    noAsked:
      /\b(?:stays?|stayed|stuck|sits|keeps|remains?) (?:\w+ ){0,2}(?:put|there|here|where|in (?:one|the|that|its)|round)\b|\b(?:goes|go|moves?|spread\w*|travel\w*|shoots?) nowhere\b|\bnot (?:\w+ )?(?:go|move|spread|travel|shoot|wander|budge|leave)\b/,
  },
  {
    finding:
      /^(?:abdominal-pain|chest-pain|pain-above-pubic-bone|left-lower-belly-pain|back-pain|neck-pain|shoulder-pain|hip-pain|knee-pain|foot-pain|night-pain)$/,
    yesAsked:
      /\b(?:agony|kill\w*|murder|cramps?|cramping|doubled up|stab\w*|knife|griping|gnaw\w*|tight\w* (?:across|round|band)|sore|aches?|aching|hurts?|stitch|burn\w*|press\w* (?:on|here)|squeez\w*)\b/,
    noAsked:
      /\b(?:painless|(?:belly|tummy|stomach|chest|back|neck|shoulder|hip|knee) (?:\w+ ){0,2}(?:fine|good|quiet|all right|ok|okay|never hurts|gives me no|peaceful|as good)|no (?:trouble|bother)|nothing (?:hurts|there))\b/,
  },
  {
    finding: /^pain-when-hungry-or-at-night$/,
    yesAsked:
      /\b(?:empty|hungry|at (?:two|three|night)|wakes? me|before (?:meals|breakfast)|biscuit|milk|eat\w* (?:and|stops|settles|something))\b/,
    noAsked:
      /\b(?:no (?:odds|difference)|makes no|sleep (?:through|fine|well)|full or empty|only (?:after|when i eat))\b/,
  },
];
