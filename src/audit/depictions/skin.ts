import type { Depiction } from './depiction.ts';

/** Skin: what it looks and feels like. */
export const skin: readonly Depiction[] = [
  {
    finding: /^pain-before-rash$/,
    yesAsked: /\b(?:before|first|days) (?:\w+ ){0,5}(?:spots?|rash|anything|saw|see)\b/,
    noAsked: /\b(?:spots?|rash|bumps) (?:\w+ )?(?:came|were|was|there) (?:\w+ )?first\b|\bsame time\b|\btogether\b/,
  },
  {
    finding: /^itching$|^eye-itching$/,
    yes: /\b(?:scratch\w*) (?:\w+ ){0,4}(?:raw|bleed\w*|all (?:day|night)|like mad|myself|blood|skin off)\b|\bcan not stop scratching\b|\b(?:ants|nettles|fleas) (?:crawling|under|all over)\b/,
    yesAsked: /\b(?:like (?:mad|crazy|hell|fury|nettles)|scratch\w*|drives me)\b/,
    no: /\bnever (?:scratch|itch)\w*|\bno (?:urge|need) to scratch\b/,
    noAsked: /\bnot (?:scratch|itch)\w*|\bjust (?:hurts|burns|there)\b/,
  },
  {
    finding: /^spots-gone-within-a-day$|^spots-in-crops$/,
    yesAsked:
      /\b(?:gone|fade\w*|vanish\w*|disappear\w*|melt\w*|went) (?:\w+ ){0,5}(?:hours?|morning|by|within|again|lunch|evening|day|next)\b/,
    noAsked:
      /\b(?:stay|stays|stayed|still (?:sitting|there|on|in)|(?:not|never) (?:move|moved|gone|go|fade|left|shift|budge)\w*|same (?:spot|place)|for (?:days|weeks)|days on end|move out|do not move)\b/,
  },
  {
    finding: /^yellow-skin$/,
    yesAsked: /(?<!\bdark )\b(?:yellow\w*|lemon|banana|mustard|like tea)\b/,
    noAsked: /\b(?:white as|pale|usual colour|normal colour|same colour|rosy|pink)\b/,
  },
  {
    finding:
      /^(?:scaling|weeping-skin|blisters|gritty-eye|eye-discharge|crusted-lashes|face-flushing|pimples-on-face)$/,
    yesAsked:
      /\b(?:flak\w*|snow\w*|dust\w*|peel\w*|sandpaper|like (?:a )?(?:paper|desert|parchment|crocodile|lizard)|crack\w*|ooz\w*|weep\w*|runs?|running|wet|blister\w*|shiny|greas\w*|sand|gritty?|glued|gunk|goo|stuck|crust\w*|beetroot|tomato|blush\w*|flush\w*|bright red)\b/,
    noAsked:
      /\b(?:smooth|soft|dry as|bone dry|clear|clean|normal|fine|nothing comes|silk|baby|no trouble|as (?:usual|always)|pale|same colour)\b/,
  },
  {
    finding: /^oily-skin$/,
    yesAsked: /\b(?:shin[ey]\w*|greas\w*|slick|oil\w*|blot\w*)\b/,
    noAsked: /\b(?:matt?|dry as|bone dry|normal|as (?:usual|always))\b/,
  },
  {
    finding: /^one-sided-band$/,
    yesAsked: /\b(?:one side|strip|band|belt|stripe|only (?:the )?(?:left|right))\b/,
    noAsked: /\b(?:both sides|all over|everywhere|all round|here and there|scattered|left and right)\b/,
  },
  {
    finding: /^dry-skin$|^dry-eyes$|^dry-mouth$/,
    yesAsked:
      /\b(?:dry as|bone dry|like (?:paper|parchment|leather|a desert|sandpaper|cardboard|a carpet|felt|cotton wool)|parched|tight|rough|crack\w*|flak\w*|thirsty|licked a stamp)\b/,
    noAsked: /\b(?:soft|supple|moist|wet|greas\w*|oily|smooth|silky|watering|plenty of spit|dribbl\w*)\b/,
  },
  {
    finding:
      /^(?:weals|ring-shaped-patch|purple-flat-bumps|small-dimpled-bumps|rough-warty-surface|stuck-on-brown-spot|goose-bump-skin|blackheads|white-patches-without-colour|non-fading-rash)$/,
    yesAsked:
      /\b(?:raised|puffed|like (?:nettle|mosquito|nettles|stings)|perfect (?:circle|ring)|like a (?:coin|ring|circle|polo|doughnut)|round|violet|purple|shiny|dimple\w*|navel|pearl\w*|cauliflower|like (?:a )?(?:raspberry|wart|grater|sandpaper)|as if stuck|waxy|chicken skin|goose ?flesh|black dots?|milk white|chalk white|lost (?:its|their|the) colour|do not fade|stays? (?:red|purple))\b/,
    noAsked:
      /\b(?:flat|smooth|irregular|no (?:shape|pattern|ring|edge)|without any (?:shape|edge)|all shapes|blotch\w*|fade\w*|vanish\w* when|go(?:es)? white when|same colour|normal colour)\b/,
  },
  {
    finding: /^pus-from-skin$|^pus-beside-nail$|^pus-from-gums$|^eye-discharge$|^discharge-from-penis$|^ear-discharge$/,
    yes: /\b(?:pus|matter|muck|gunk|goo|yellow (?:stuff|liquid)|green (?:stuff|slime)) (?:\w+ )?(?:came|comes|coming|ran|runs|oozes|oozing|out)\b/,
    yesAsked:
      /\b(?:pus|ooz\w*|weep\w*|leak\w*|squeez\w* (?:\w+ )?out|drip\w*|stain\w*|gunk|goo|yellow|green|salty|foul)\b/,
    noAsked:
      /\b(?:dry as|bone dry|nothing (?:came|comes|has come|comes out|ran)|not (?:a drop|weeping|leak\w*)|clean|sealed|closed)\b/,
  },
  {
    finding:
      /^(?:thickened-leathery-skin|cannot-stop-scratching-one-place|stinging-soon-after-contact|wet-work-or-irritants|much-sun-over-the-years|tight-shoes|nail-biting-or-picking)$/,
    yesAsked:
      /\b(?:leather\w*|elephant|bark|hide|thick\w*|same (?:spot|place|patch)|over and over|can not (?:leave|stop)|at once|within minutes|straight away|like fire|all day|dozens of times|hands in (?:water|suds)|no gloves|sunbath\w*|never wore (?:a )?(?:hat|cream)|outdoors all|fields|pointed|too small|squeez\w*|pinch\w*|nibbl\w*|bite|bites|gnaw\w*|pick at)\b/,
    noAsked:
      /\b(?:soft|thin|all over|not (?:sting|burn)\w*|gloves|hardly (?:wash|in the sun)|indoors|always (?:wear|wore|used)|roomy|wide|trainers|slippers|never (?:bite|bitten|pick))\b/,
  },
  {
    finding: /^rash$|^skin-growth$/,
    yesAsked:
      /\b(?:covered|spots?|patch(?:es)?|blotch\w*|bumps?|red (?:all|from|marks|dots)|all over my|like a (?:leopard|map|plucked|strawberry)|popped up|come out in|came out in)\b/,
    noAsked:
      /\bskin (?:\w+ ){0,3}(?:clear|clean|fine|smooth|normal|perfect|spotless|all right)\b|\bnot a (?:mark|spot|blemish|pimple|patch|thing)\b|\bspotless\b|\bnothing (?:on|to see|there)\b/,
  },
  {
    finding: /^growth-changing-or-bleeding$/,
    yesAsked:
      /\b(?:bigger|grown?|grew|growing|spread\w*|dark(?:er|ened)|black(?:er)?|changed|doubled|bled|bleeds?|bleeding|blood|scab\w*|crust\w*|drops?)\b/,
    noAsked:
      /\b(?:not (?:changed|grown|bled|moved|once|altered|a drop)|never (?:changed|grown|bled|grew|moved|once)|(?:just|exactly|always) (?:\w+ )?(?:the same|as it was|been there)|same (?:size|as)|stayed|unchanged)\b/,
  },
  {
    finding: /^athletes-foot-or-leg-sore$/,
    yesAsked: /\b(?:soggy|split\w*|crack\w*|peel\w*|raw|open|weep\w*|between my|sore on|itch\w*)\b/,
    noAsked: /\b(?:clean|dry|feet are (?:\w+ )?(?:fine|good|clean)|nothing between|smooth|healed)\b/,
  },
  {
    finding: /^flushing-triggered-by-heat-alcohol-spice$|^sun-makes-rash-worse$/,
    yesAsked:
      /\b(?:sets? (?:it|me) off|brings? (?:it|me)|beetroot|scarlet|lights? up|glow\w*|flares?|worse|blaz\w*|like a lamp)\b/,
    noAsked:
      /\b(?:no (?:odds|difference|matter|effect)|makes? no|not (?:matter|change|affect|bother)|whatever i (?:eat|drink)|pale|kind to|better|helps|drink (?:it|wine|what))\b/,
  },
  {
    finding: /^bruising$/,
    yesAsked:
      /\b(?:black and blue|blue (?:marks|patches|all over)|for no reason|look at me|bump\w* (?:into )?(?:the|a)|peach)\b/,
    noAsked: /\b(?:no more than|normal|same as|hardly mark)\b/,
  },
  {
    finding: /^nappy-rash$|^scalp-tenderness$/,
    yesAsked: /\b(?:raw|red|sore|scream\w*|angry|burn\w*|blister\w*|hurts?|can not (?:comb|brush|lie|touch))\b/,
    noAsked:
      /\b(?:smooth|lovely|clear|clean|soft|fine|perfect|comb\w* (?:it|my hair)|brush\w* (?:it|my hair|is fine))\b/,
  },
];
