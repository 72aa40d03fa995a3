import type { Depiction } from './depictions.ts';

/** Asks for the good itself, and not for its loss: "have you lost interest in what you used to enjoy?" */
const good = (asked: RegExp): RegExp =>
  new RegExp(
    `^(?!.*\\b(?:lost|losing|less|no longer|given up|gave up|stopped|trouble|difficult\\w*|hard|not able|unable|worse|problems?|more than)\\b).*(?:${asked.source})`,
  );

/** Mouth and teeth, skin and nails, eyes, mood, waterworks, joints: what people say instead of naming a finding. */
export const moreDepictions: readonly Depiction[] = [
  {
    finding: /^both-eyes-affected$/,
    yes: /\b(?:right|left|other|second) (?:one|eye)? ?(?:has |is |was |have )?(?:\w+ )?(?:joined in|followed|caught up|going the same|started|has it|got it|too|as well|also|next)\b|\bspread to the other\b|\bboth (?:of them|eyes|are|look|now|by now|the same)\b/,
    noAsked: /\bthe one\b|\bone only\b|\bnever (?:spread|moved|crossed)\b/,
    turned: good(/\b(?:only|just) (?:the |in |on )?(?:\w+ )?(?:one|left|right)\b/),
  },
  {
    finding: /^dry-skin$|^dry-eyes$|^dry-mouth$/,
    yesAsked:
      /\b(?:dry as|bone dry|like (?:paper|parchment|leather|a desert|sandpaper|cardboard|a carpet|felt|cotton wool)|parched|tight|rough|crack\w*|flak\w*|thirsty|licked a stamp)\b/,
    noAsked: /\b(?:soft|supple|moist|wet|greas\w*|oily|smooth|silky|watering|plenty of spit|dribbl\w*)\b/,
  },
  {
    finding: /^loss-of-interest$/,
    yes: /\bno (?:joy|pleasure|fun) (?:in|from)\b|\bnothing (?:is |gives |brings )?(?:\w+ )?(?:fun|joy|pleasure|interest\w*|excit\w*)\b|\bgathering dust\b|\bcan not be bothered\b|\ball the same to me\b/,
    noAsked: /\bstill (?:love|enjoy|like|play|go|look forward|do)\b|\blove (?:my|it|the)\b/,
    turned: good(/\b(?:enjoy|pleasure|look forward|interest(?:ed)? in|fun|hobb)/),
  },
  {
    finding: /^poor-concentration$/,
    yes: /\b(?:same (?:line|page|sentence)|mind (?:wanders?|drifts?|goes blank|is a sieve|like a sieve|all over)|lose (?:the|my) thread|can not (?:concentrate|focus|follow|think straight|take it in)|in one ear and out)\b/,
    noAsked:
      /\b(?:sharp|focused|read (?:\w+ )?(?:whole|for hours)|think (?:quite |perfectly )?straight|no (?:trouble|problem))\b/,
    turned: good(/\b(?:can you|able to) (?:\w+ )?(?:concentrate|focus|follow|read)/),
  },
  {
    finding: /^feeling-worthless$|^guilt$|^hopelessness$/,
    yesAsked:
      /\b(?:no use|waste of space|good for nothing|failure|let (?:everyone|them|him|her) down|my fault|blam\w*|no point|no future|never get better|rubbish)\b/,
    noAsked: /\b(?:proud|good at|do my best|did my best|worth|come right|get better|hope\w*|look forward)\b/,
  },
  {
    finding: /^irritability$/,
    yes: /\b(?:snap\w*|bite (?:everyone|people|his|her|their)|short (?:fuse|temper|with)|fly off the handle|lose my (?:temper|rag)|shout(?:ed|ing)? at|bark at|on a short)\b/,
    noAsked: /\b(?:patient|patience|calm|even tempered|easy ?going|placid|sweet|mild)\b/,
  },
  {
    finding: /^tearfulness$/,
    yes: /\b(?:burst into tears|cr(?:y|ied|ies|ying) (?:at|in|over|all|every|most|for|my eyes)|in floods|weep\w*|well up|blub\w*|sob\w*)\b/,
    noAsked: /\b(?:not (?:shed|cried)|dry eyed|never (?:cry|cried)|can not cry)\b/,
  },
  {
    finding: /^early-waking$/,
    yesAsked:
      /\b(?:wide awake at|awake (?:at|by|from)|up at|wake at) (?:two|three|four|five)\b|\bbefore (?:the birds|dawn|it is light)\b/,
    noAsked:
      /\b(?:sleep|lie|stay in bed) (?:\w+ )?(?:in|till (?:seven|eight|nine|ten|noon))\b|\balarm (?:wakes|drags)\b/,
  },
  {
    finding: /^thoughts-of-death$/,
    yes: /\b(?:better off (?:dead|without me)|end it(?: all)?|would not mind not waking|not wake up again|what is the point of (?:living|going on)|wish i (?:was|were) dead)\b/,
    noAsked: /\bwant to live\b|\blove life\b|\btoo much to live for\b|\bnever (?:crossed|that)\b/,
  },
  {
    finding: /^avoiding-places$|^social-withdrawal$/,
    yesAsked:
      /\b(?:stay (?:in|at home|away)|do not go out|not been out|keep away|cross the road|give (?:\w+ ){0,3}a miss|stopped (?:going|seeing|ringing)|hide)\b/,
    noAsked:
      /\b(?:go (?:out|everywhere|anywhere)|out and about|every weekend|see (?:my )?friends|as (?:always|ever|usual))\b/,
    turned: good(/\b(?:go out|get out|go (?:every|any)where|see (?:your )?(?:friends|people)|leave the house|meet)\b/),
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
      /^(?:nail-thick-and-crumbly|nail-discoloured|nail-ridges-or-dents|nail-lifting|nail-changes|brittle-nails)$/,
    yesAsked:
      /\b(?:thick\w*|crumbl\w*|like (?:chalk|horn|wood|a hoof|cheese)|yellow\w*|brown\w*|green\w*|black|dents?|pits?|ridges?|grooves?|lift\w*|come (?:away|off|loose)|gap|split\w*|break\w*|flak\w*|peel\w*)\b/,
    noAsked: /\b(?:smooth|pink|firm|strong|shiny|normal|as (?:always|ever|usual)|healthy|flat|attached|tight)\b/,
  },
  {
    finding:
      /^(?:mouth-ulcers|sore-mouth|white-coating-in-mouth|bleeding-gums|sore-swollen-gums|loose-teeth|hole-in-tooth|sensitive-teeth|toothache|pain-on-biting|receding-gums|tartar-on-teeth|stained-teeth)$/,
    yesAsked:
      /\b(?:raw|burn\w*|sting\w*|crater\w*|white (?:spots?|film|coat\w*)|cheesy|furry|pink (?:spit|foam|in the (?:sink|basin))|red (?:spit|on the (?:brush|apple))|blood\w*(?! tests?)|puff\w*|fat|throb\w*|wobbl\w*|rock\w*|loose|broke\w*|crater|hole|black|shoots?|jump\w*|through the roof|see stars|longer|rough|like (?:a|sandpaper)|brown|yellow)\b/,
    noAsked:
      /\b(?:firm|solid|tight|pink|clean|smooth|fine|bite (?:into|on) (?:anything|apples?|nuts|what)|crack (?:nuts|a nut)|ice cream|no (?:trouble|bother)|rock solid|like iron|all there|white)\b/,
  },
  {
    finding:
      /^swollen-jaw-or-cheek$|^joint-swelling$|^swollen-neck-glands$|^neck-lump-low-in-front$|^eyelid-lump$|^tender-lump-in-skin$|^breast-lump$|^mouth-lump$/,
    yesAsked:
      /\b(?:like (?:a |an )?(?:\w+ )?(?:ball|egg|hamster|marbles?|pea|peas|plum|walnut|balloon|football|melon|grape|cherry|bean)|twice the size|blown up|fat|swoll\w*|puff\w*|lump\w*|knot\w*|bump\w*)\b/,
    noAsked:
      /\b(?:flat|smooth|normal|same (?:size|as)|as (?:slim|always|usual|thin)|nothing (?:to feel|there)|not felt|thin|no lumps?)\b/,
  },
  {
    finding: /^(?:cannot-move-joint|trouble-opening-mouth|muscle-weakness|weakness-getting-up)$/,
    yesAsked:
      /\b(?:can not|stuck|locked|will not (?:bend|move|open|budge)|rigid|carried|pull myself|like a (?:door|hinge)|hardly|barely)\b/,
    noAsked:
      /\b(?:bends?|moves?|opens?) (?:\w+ ){0,2}(?:fine|easily|freely|wide|like always|without|all the way)\b|\b(?:spring|jump|leap) (?:up|out)\b/,
    turned: good(/\b(?:can|could|able) (?:you |to )?(?:\w+ )*(?:move|bend|open|get up|stand|walk)/),
  },
  {
    finding: /^joint-hot-and-red$|^hot-red-spreading-skin$/,
    yesAsked:
      /\b(?:fry an egg|boiling|glow\w*|like a (?:furnace|radiator|stove|tomato|beetroot)|fiery|burning hot|scarlet|creep\w*|spread\w*|climb\w*)\b/,
    noAsked: /\b(?:cool|cold|pale|normal (?:colour|temperature)|same as the other|stays? put|not (?:spread|moved))\b/,
  },
  {
    finding: /^(?:one-joint-only)$/,
    yesAsked: /\b(?:just|only) (?:the|this|my|one)\b|\bone (?:joint|knee|toe|wrist)\b|\bnothing else\b/,
    noAsked:
      /\b(?:all over|everywhere|several|many|both|all (?:of them|my)|other (?:joints|one|knee)|too|as well|also)\b/,
  },
  {
    finding: /^joints-alike-on-both-sides$/,
    yesAsked: /\b(?:both|mirror|same on (?:each|the other)|each side|alike|left and right)\b/,
    noAsked: /\b(?:just|only) (?:the|one|my)\b|\bother (?:one|side) (?:is )?(?:good|fine|ok|well|healthy|perfect)\b/,
  },
  {
    finding: /^(?:leaking-urine|bladder-not-empty|weak-urine-stream|cloudy-or-smelly-urine|vaginal-discharge-changed)$/,
    yesAsked:
      /\b(?:pads?|wet (?:myself|pants|trousers|the)|puddle|drops?|dribbl\w*|trickl\w*|leak\w*|accident\w*|never (?:quite )?(?:empty|done|finished)|more to come|wait (?:ages|forever|for it)|cloud\w*|murky|smell\w*|stink\w*|reek\w*|fish\w*|curd|cottage cheese|like (?:a )?(?:tap|soup|milk))\b/,
    noAsked:
      /\b(?:dry|like a (?:horse|hose|fireman|racehorse)|strong|good (?:jet|flow|stream)|full force|empt(?:y|ies) (?:\w+ )?(?:fully|completely|right out|fine)|all (?:out|gone)|clear|crystal|never (?:a drop|wet|leak\w*)|hold it|as (?:usual|always|ever)|not smell)\b/,
  },
  {
    finding: /^(?:new-sexual-partner|partner-with-infection)$/,
    yesAsked:
      /\b(?:someone new|new (?:man|woman|bloke|girl|boyfriend|girlfriend|partner)|one night|weekend|met (?:someone|somebody|a)|fling|since (?:\w+ )?(?:weeks|months)|he has|she has|they have)\b/,
    noAsked:
      /\b(?:faithful|same (?:man|woman|husband|wife|partner|one)|married|nobody (?:new|else)|no such luck|chance would|years together|only (?:my|ever)|monk|nun|single)\b/,
  },
  {
    finding: /^(?:hearing-loss|ringing-in-ear|ear-fullness|ear-pain)$/,
    yesAsked:
      /\b(?:deaf|turn the (?:telly|radio|tv) up|say (?:it|that) again|whistl\w*|buzz\w*|ring\w*|hum\w*|like a (?:kettle|seashell|bell|fridge)|blocked|bunged|cotton wool|under water|full|stab\w*|shoot\w*|throb\w*)\b/,
    noAsked:
      /\b(?:hear (?:a pin|everything|perfectly|fine|well|the grass)|like a (?:bat|lynx)|quiet|silent|clear|free|as (?:good|well|ever|always))\b/,
    turned: good(/\b(?:can you|do you) hear\b(?!.*\b(?:ring|buzz|nois|whistl))/),
  },
  {
    finding: /^(?:hair-thinning|looking-pale|feeling-cold|feeling-too-hot|slowed-down)$/,
    yesAsked:
      /\b(?:in the (?:plughole|brush|shower|drain)|handfuls|comes out|falls out|bald\w*|white as|like a (?:ghost|sheet|snail)|like chalk|pasty|cardigan|hot water bottle|three (?:jumpers|layers)|freez\w*|icy|throw the (?:covers|duvet) off|windows? open|boiling|sweat\w*|through (?:treacle|mud|water)|under water)\b/,
    noAsked:
      /\b(?:thick as|full head|rosy|good colour|red cheeks|t shirt|warm as|never cold|cool|comfortable|quick as|brisk|as fast as)\b/,
  },
  {
    finding:
      /^(?:face-pressure|pain-in-upper-teeth|sneezing|halos-around-lights|sudden-eye-pain|eye-pain|visual-aura)$/,
    yesAsked:
      /\b(?:like a (?:mask|brick|weight)|when i bend|teeth (?:\w+ )?(?:ache|hurt)|ten times|in a row|fits of|rainbow\w*|rings?|halo\w*|stab\w*|knife|agony|needle|like (?:a )?(?:nail|hot poker)|zigzags?|flash\w*|jagged|shimmer\w*|sparkl\w*|blind spot|kaleidoscope|stars)\b/,
    noAsked:
      /\b(?:free|no pressure|not once|just (?:itch\w*|sand\w*|grit\w*|red)|only (?:itch\w*|sand\w*|grit\w*)|just lights|not hurt|painless|came (?:on )?without)\b/,
  },
  {
    finding:
      /^(?:thickened-leathery-skin|cannot-stop-scratching-one-place|stinging-soon-after-contact|wet-work-or-irritants|much-sun-over-the-years|tight-shoes|nail-biting-or-picking)$/,
    yesAsked:
      /\b(?:leather\w*|elephant|bark|hide|thick\w*|same (?:spot|place|patch)|over and over|can not (?:leave|stop)|at once|within minutes|straight away|like fire|all day|dozens of times|hands in (?:water|suds)|no gloves|sunbath\w*|never wore (?:a )?(?:hat|cream)|outdoors all|fields|pointed|too small|squeez\w*|pinch\w*|nibbl\w*|bite|bites|gnaw\w*|pick at)\b/,
    noAsked:
      /\b(?:soft|thin|all over|not (?:sting|burn)\w*|gloves|hardly (?:wash|in the sun)|indoors|always (?:wear|wore|used)|roomy|wide|trainers|slippers|never (?:bite|bitten|pick))\b/,
  },
];
