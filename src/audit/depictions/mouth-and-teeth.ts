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
  {
    finding: /^seldom-brushing$/,
    yesAsked:
      /\b(?:once a day|once|if (?:that|at all)|when i (?:remember|think)|now and (?:then|again)|hardly|barely|rarely|every other|skip\w*|forget|not (?:every|always|often|much|bother)|drop into bed|mornings? (?:only|mostly)|lazy)\b/,
    noAsked:
      /\b(?:twice|three times|morning (?:noon )?and (?:night|evening)|night and morning|after (?:every|each) meal|religious\w*|never (?:miss|skip|forget)|every (?:morning and|single)|strict|floss\w*|two minutes)\b/,
    turned: /^(?!.*\bhow\b).*\b(?:do|did) (?:you|he|she) (?:brush|clean)\b(?! between)/,
  },
  {
    finding: /^long-time-no-dentist$/,
    yesAsked:
      /\b(?:years|ages|not (?:been|gone|seen|since|for)|never (?:go|been|went)|can not remember|since (?:school|i was|before))\b/,
    noAsked:
      /\b(?:(?:last|this) (?:week|month|spring|summer|autumn|winter|march|april|may|june|july)|every (?:six|half|year|spring|autumn)|twice a year|regular\w*|never miss|weeks ago|months ago|the other (?:day|week))\b/,
    turned: /\b(?:do you (?:go|see)|have you (?:been|seen)|regular\w*)\b/,
  },
  {
    finding: /^bad-breath$/,
    yesAsked:
      /\b(?:stink\w*|reek\w*|sour|foul|smells?|dragon|back away|turns? (?:her|his|their) (?:head|face)|step back|spare room|sofa|chew(?:ing)? gum|mints?)\b/,
    noAsked: /\b(?:fresh|sweet as|nobody (?:\w+ )?(?:said|complain\w*)|no complaints|not (?:smell|that anyone))\b/,
  },
  {
    finding: /^lip-blisters$|^cracked-lips$/,
    yesAsked: /\b(?:on (?:my|the) (?:\w+ )?lips?|cluster|cold sore|edge of my|crust\w*|split\w*|crack\w*)\b/,
    noAsked: /\blips? (?:\w+ ){0,2}(?:fine|smooth|clear|clean|normal|all right|free|soft)\b|\bnothing on my lips?\b/,
  },
  {
    finding: /^trouble-swallowing$|^drooling$|^jaw-tired-when-chewing$|^lump-in-throat-feeling$/,
    yesAsked:
      /\b(?:wrong (?:way|pipe|hole)|chok\w*|splutter\w*|gets? stuck|sticks?|goes? down (?:like|badly)|dribbl\w*|runs? out|bibs?|soup only|only (?:soup|liquids)|have to (?:stop|rest)|gives? (?:up|out)|tires?|aches? (?:after|when|by))\b/,
    noAsked:
      /\b(?:goes? down (?:fine|well|easily|a treat|no|like nothing|as)|swallows? (?:fine|like|well|anything|everything)|(?:eat|eats|chew|chews) (?:\w+ ){0,2}(?:fine|anything|everything|steak|toffee|as|all|normally|well)|never (?:chok\w*|stuck|splutter\w*)|no (?:trouble|bother|problem))\b/,
    turned: /\b(?:can (?:you|he|she)|able to|do (?:you|they)) (?:\w+ )?(?:swallow|eat|chew)\b/,
  },
];
