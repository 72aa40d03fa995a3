import type { Depiction } from './depiction.ts';

/** What one has had, takes, does and has been near. */
export const history: readonly Depiction[] = [
  {
    finding: /^recent-immobility$/,
    yesAsked: /\b(?:sofa|bed|plaster|crutches|laid up|wheelchair|flight|sitting|cast|armchair)\b/,
    noAsked:
      /\b(?:on my feet|up and about|never (?:sit|sat|still)|walk\w* (?:\w+ ){0,2}(?:day|miles|dog)|active|as (?:always|usual)|run around)\b/,
  },
  {
    finding: /^smoking$/,
    yes: /\b(?:cigg?(?:ie|y|arette)s?|ciggies|smokes|cigars?|pipe|pack|packet|rollies|fags?|roll ups?|puffs?) (?:\w+ )?(?:a|per|each|every) (?:day|night|week|morning)\b|\b(?:like|enjoy|fancy|sneak|have) (?:\w+ ){0,2}(?:cigg?\w*|fag|smoke|puff|pipe|cigar)\b|\bpack a day\b|\blight(?:ing)? up\b|\bchain smoke\w*/,
    yesAsked:
      /\b(?:packet|pack|a day|puffs?|at parties|ten|twenty|forty|after (?:dinner|meals|work)|only on|socially)\b(?! years)/,
    no: /\bnever (?:\w+ ){0,3}(?:smoked?|cigarette|touched|lips|a puff|one between|tried|lit)\b|\b(?:gave|given) (?:it|them|that|smoking) up\b|\bnon smoker\b|\bput (?:\w+ ){0,2}(?:pipe|cigarettes|them) away\b|\b(?:not|nothing) for (?:\w+ ){1,2}years\b|\bstopped (?:\w+ )?(?:years?|when|ages|months?)\b|\bnot one since\b|\bquit\b|\b(?:can not|could not) (?:stand|bear|abide) (?:\w+ ){0,3}(?:smoke|smell|tobacco|cigarettes)\b/,
    noAsked: /\bnever (?:have|did|in my life|once|touched)\b|\bfilthy habit\b/,
  },
  {
    finding: /^alcohol$/,
    yes: /\b(?:bottle|pints?|glasses|beers|whisk\w+|cans) (?:\w+ ){0,3}(?:a|every|each|most) (?:night|day|evening)s?\b|\bdrink (?:\w+ )?(?:too much|every|heavily|like a fish|most)\b/,
    no: /\bteetotal\w*|\bnot (?:touch )?(?:a|one) drop\b|\bnever (?:touch|drink|drank|had a drop)\b/,
    noAsked:
      /\b(?:hardly ever|once in a blue moon|at christmas|now and then|a glass (?:\w+ )?(?:at|on)|weekends?|special occasions?|saturdays?|rarely)\b/,
  },
  {
    finding: /^allergies$/,
    noAsked:
      /\b(?:can|could) (?:\w+ )?(?:take|swallow|have|tolerate) (?:\w+ )?(?:any|every|all|what)\w*|\btolerate (?:any|every|all)\w*|\b(?:never|nothing) (?:\w+ )?(?:reacted|disagree\w*|come out)|\b(?:agrees?|agree) with me\b|\bno allerg\w+\b/,
    yesAsked:
      /\b(?:allergic to|came out in|brings? me out|brought me out|swell up|swelled up|can not take|gave me (?:a|an|hives))\b/,
  },
  {
    finding: /^current-medicines$/,
    noAsked:
      /\bnot (?:a|one|a single) (?:\w+ )?(?:pill|tablet|thing)\b|\bnever (?:take|touch|swallow)\b|\bnothing at all\b|\bnot (?:take|on|swallow) (?:anything|any)\b(?! regular| else)/,
    yesAsked:
      /\b(?:take|on|have) (?:a|an|two|three|my|one|some) (?:\w+ )?(?:tablets?|pills?|inhaler|injections?|insulin|capsules?)\b/,
  },
  {
    finding: /^past-operations$/,
    noAsked:
      /\bnever (?:\w+ ){0,4}(?:knife|operat\w*|surg\w*|cut|theatre)\b|\ball my (?:bits|parts|organs)\b|\bnot a (?:scar|stitch)\b/,
    yesAsked: /\b(?:took|taken|whipped|had) (?:\w+ ){0,3}out\b|\boperated on\b/,
  },
  {
    finding: /^past-illnesses$/,
    noAsked:
      /\b(?:never (?:\w+ )?(?:ill|sick|a day)|healthy as|strong as|not a day(?:'s)? (?:ill|sick)|always been (?:\w+ )?(?:healthy|well|fit)|perfect health|fit as)\b/,
  },
  {
    finding: /^treatments-tried$/,
    noAsked:
      /\bnot (?:tried|taken|done|touched|used|had) (?:a thing|anything|any)\b(?! else)|\bnothing (?:at all )?(?:so far|yet)\b/,
  },
  {
    finding: /^recent-travel$/,
    yes: /\b(?:flew|fly|flight|flown|drove) (?:\w+ ){0,4}(?:back|from|home|to|in)\b|\b(?:back|home|returned|came) from (?:\p{L}+)\b(?<!work|school|town)|\b(?:weeks?|days|fortnight|holiday|month) in (?:\p{L}+)\b(?<!bed|hospital|all|a row)/u,
    no: /\bnot (?:\w+ ){0,3}(?:left|set foot|been out of|crossed|gone|travelled|been (?:abroad|away|anywhere)|budged|packed)\b|\bnever (?:\w+ )?(?:left|been|set foot|travel)\b|\b(?:stayed|been|was) (?:\w+ )?(?:at home|put|here|in town)\b|\bno further than\b|\bnot (?:\w+ )?(?:own|a) passport\b/,
    noAsked: /\bnowhere\b|\bat home all\b/,
  },
  {
    finding: /^sick-contact$|^contact-with|^bumps-in-other-children$/,
    yesAsked:
      /\b(?:has|have|had|got|is|are|was|were|been|all|also|too|in|with) (?:\w+ ){0,3}(?:flu|ill|sick|poorly|coughing|sneezing|the runs|a cold|in bed|the same|throwing up|off (?:work|school|sick|with)|down with|bed with|laid up|spots|it too|fever)\b|\bgoing (?:round|around)\b/,
    noAsked:
      /\b(?:everyone|everybody|all|they|family|colleagues?|whole \w+) (?:\w+ ){0,5}(?:well|fine|healthy|perfect health|fit|good health|as fit|right as)\b|\bnobody\b|\bno ?one\b|\bnot a soul\b|\b(?:only|just) me\b|\bthe only one\b|\bhardly see\b|\blive like a hermit\b/,
  },
  {
    finding:
      /^known-|^high-blood-pressure$|^high-cholesterol$|^diabetes$|^previous-|^cancer-history$|^anxiety-history$|^atopy$|^depression-history$/,
    noAsked:
      /\b(?:first (?:time|one|ever)|never (?:\w+ ){0,2}(?:had|been|before|in my life|known|suffered|heard|happened)|(?:would be|is) the first|strong as|sound as a|right as rain|spot on|(?:always|all) (?:\w+ )?(?:healthy|normal|perfect|been (?:fine|low|normal|perfect))|(?:on the )?low side|textbook|as it should)\b/,
    yesAsked:
      /\b(?:for|since|over|these) (?:\w+ ){0,3}(?:years|childhood|decade|ages)\b(?! (?:ago )?(?:i )?(?:not|no))|\bdiagnosed\b|\btake (?:a |\w+ )?(?:tablets?|pills?|insulin|something) for (?:it|that|them)\b|\b(?:same|this) (?:\w+ ){0,3}(?:last|before|years? (?:ago|back)|once)\b/,
  },
  {
    finding: /^family-/,
    noAsked:
      /^(?!.*\b(?:else|apart|rest|otherwise|besides|others?)\b).*\b(?:all|both|everyone|everybody|whole|they) (?:\w+ ){0,6}(?:healthy|strong hearts|well|fit|fine|good health|ripe old|perfect|hundred|nineties|sound)\b|\b(?:nobody|no ?one|none of (?:them|us)|not one of|not a single)\b|\bruns in nobody\b/,
  },
  {
    finding: /^recent-cold$/,
    yes: /\b(?:had|caught|got over|just after|getting over) (?:a|the|my|some) (?:\w+ )?(?:cold|flu|sniffles?|bug)\b/,
    noAsked:
      /\b(?:fit as|healthy|never (?:ill|sick)|not (?:\w+ )?(?:been )?(?:ill|had so much as)|no (?:cold|sniffle\w*)|in (?:the )?best of health|well until|until this)\b/,
  },
  {
    finding: /^(?:new-contact-substance|new-food-or-medicine|suspicious-food|animal-or-changing-room-contact)$/,
    yesAsked:
      /\b(?:new|switched|changed (?:my|to)|tried a|different|first time|off|pink|raw|barbecue|buffet|takeaway|borrowed)\b/,
    noAsked:
      /\b(?:same (?:\w+ )?(?:soap|cream|powder|food|as|old|things|stuff)|nothing new|not changed|as always|usual (?:things|food|stuff)|others are fine|never change)\b/,
  },
  {
    finding: /^had-chickenpox$/,
    yesAsked:
      /\b(?:as a (?:child|kid|boy|girl|lad)|when i was|at (?:school|nursery)|covered|scars?|whole class|of course)\b/,
    noAsked: /\b(?:never|not that|escaped|spared|missed)\b/,
  },
  {
    finding:
      /^(?:regular-anti-inflammatories|painkiller-overuse|blood-pressure-lowering-tablets|drug-use|skin-creams-with-oil-or-steroid)$/,
    yesAsked:
      /\b(?:every day|most days|daily|like sweets|three a day|twice a day|each morning|every morning|for (?:weeks|months|years)|handful)\b/,
    noAsked:
      /\b(?:once in a blue moon|hardly ever|never touch|now and then|rarely|only (?:these|once|when)|two or three (?:times )?a (?:month|year)|not one)\b/,
  },
  {
    finding: /^vaccination$/,
    yesAsked:
      /\b(?:up to date|on time|fully (?:jabbed|vaccinated)|the (?:full|whole) (?:set|course|lot)|had (?:it|them|the|his|her|my|both|all|two|one|three|every) ?(?:\w+ )?(?:jabs?|shots?|lot|ones?|doses?|of them|done)?|got (?:mine|it done|the jab)|(?:each|every) (?:autumn|winter|year))\b/,
    noAsked:
      /\b(?:missed|skipp\w*|ducked|behind|binned|dodg\w*|turned (?:it|them) down|put (?:it|them) off|not one of|none of|not (?:had|have|been|got|bothered|up to date|believe|hold with|against|believed)|never (?:had|got|bothered|been|went)|not a single)\b/,
    turned: /\b(?:missed|skipped|behind)\b/,
  },
  {
    finding: /^(?:caffeine|sugary-diet|rich-meal-or-beer)$/,
    yesAsked:
      /\b(?:live on|lived on|run on|by the (?:litre|gallon|bucket|pot|pint|can|bag|packet)|all day long|(?:three|four|five|six|seven|eight|ten) (?:or \w+ )?(?:coffees|cups|mugs|cans|espressos|pints|beers|sugars|a day)|sweet tooth|pot after pot|non ?stop)\b/,
    noAsked:
      /\b(?:not (?:touch|drink|take|eat|have|go near|like|hold with|bother with)|never (?:touch\w*|drink|drank|eat|ate|have|had|liked)|off (?:it|coffee|sugar|sweets|cola|beer)|steer clear|keep (?:off|away from)|decaf|only (?:water|tea)|gave (?:it|them|coffee|sugar|sweets) up|cut (?:it|them) out|once in a blue moon|no (?:coffee|sugar|sweets|cola|beer))\b/,
  },
  {
    finding: /^little-meat-or-poor-diet$/,
    yesAsked:
      /\b(?:no (?:meat|fish|vegetables|greens)|(?:not|never) (?:eat|eaten|touch\w*|had) (?:\w+ )?(?:meat|fish|vegetables|greens)|vegan|vegetarian|live on|lived on|toast and tea|tea and toast|out of (?:tins|a tin|packets)|crisps|chips|noodles)\b/,
    noAsked:
      /\b(?:meat (?:every|most|each)|steak|roast|eat (?:well|everything|anything|plenty)|proper meals?|three (?:square )?meals|cooked meal|home cooked|greens|fruit and)\b/,
    turned: /\beat (?:well|enough|properly|meat|red meat|a good)|good diet|balanced/,
  },
  {
    finding: /^(?:weak-immune-system|thrush-or-boils-again-and-again|bladder-infections-before|bruising|nosebleed)$/,
    yesAsked:
      /\b(?:catch (?:everything|every|anything)|one after (?:the other|another)|again and again|(?:three|four|five|six|several|dozens of) (?:times|of them|this year|in the last)|all the time|chemo\w*|transplant|black and blue|look at me and|every (?:week|month|other))\b/,
    noAsked:
      /\b(?:never (?:ill|catch|caught|had|once|been)|strong as|fight (?:off )?(?:everything|anything)|iron constitution|first (?:one|time|ever)|not one|not since|hardly ever|(?:ox|horse))\b/,
  },
  {
    finding:
      /^(?:head-injury|joint-injury|nail-injury|eye-injury|chest-injury|injury|falls|swallowed-object-or-poison)$/,
    yesAsked:
      /\b(?:fell|fallen|tripped|slipped|banged|bumped|knocked|whacked|hit (?:it|my|his|her|him|me)|kick\w*|dropped|slammed|trapped|twisted|crash\w*|went (?:over|down|flying)|came off|something flew|stamped|trod|choked on|swallowed)\b/,
    noAsked:
      /\b(?:never (?:hit|fell|banged|knocked|hurt|dropped|touched)|not (?:hit|fallen|banged|knocked|hurt|dropped|a (?:knock|bump|scratch)|so much as)|nothing (?:hit|fell|happened|flew|got in)|out of nowhere|by itself|no (?:knock|fall|bump|blow|accident))\b/,
  },
  {
    finding: /^(?:skin-wound-or-drug-injection|insect-bite|insect-bite-or-shaving)$/,
    yesAsked:
      /\b(?:cut (?:myself|my|on)|nick\w*|scratch\w* (?:from|myself)|thorn|splinter|shav\w*|razor|bitten|stung|gnat\w*|mosquito\w*|midge\w*|flea\w*|needle|prick\w*|graze\w*)\b/,
    noAsked:
      /\b(?:skin (?:\w+ )?(?:whole|unbroken|intact)|never (?:shave|cut|been bitten|been stung)|not (?:shave|been bitten|been stung|cut)|no (?:cuts?|bites?|scratch\w*|wounds?|needle)|nothing bit)\b/,
  },
  {
    finding: /^(?:recent-antibiotics|steroid-inhaler-or-antibiotics|inhaler-use|blood-thinner-use)$/,
    yesAsked:
      /\b(?:(?:a|one|two|three|another) courses?|finished (?:them|it|a|the)|just (?:had|finished)|penicillin|amoxicillin|doxycycline|puffer|warfarin|apixaban|every (?:day|morning|night)|twice a day|for years)\b/,
    noAsked: /\b(?:not (?:had|taken|been|since|for)|never|none|years since|ages since|nothing like that)\b/,
  },
  {
    finding: /^(?:sti-testing|sexually-transmitted-infection|blood-donation|screening)$/,
    yesAsked:
      /\b(?:(?:last|this) (?:year|month|week|spring|summer|autumn|winter)|years? ago|all clear|came back|was (?:clear|clean|negative)|had (?:it|one|them) done|got (?:it|myself) (?:done|checked|tested)|regularly|every)\b/,
    noAsked: /\b(?:never|not (?:had|been|once|bothered|dared|got)|no need|too (?:scared|shy|ashamed))\b/,
  },
  {
    finding: /^(?:contact-lenses|glasses|dentures-or-braces|hearing-aid|urinary-catheter)$/,
    yesAsked:
      /\b(?:wear (?:them|it|one|contacts|lenses)|put (?:them|it) in|take (?:them|it) out|monthly|daily|dailies|since (?:school|i was)|every day|false teeth|a plate|a wire|a bridge|soak (?:them|it))\b/,
    noAsked:
      /\b(?:never (?:worn|wore|had|tried|needed)|not (?:wear|wear\w*|need|had)|(?:only|just) (?:\w+ )?(?:glasses|specs)|glasses all|all my own|my own teeth|perfect (?:sight|eyes)|eyes are good)\b/,
  },
  {
    finding:
      /^had-|^shingles-history$|^collapsed-lung-history$|^cold-sore-history$|^arthritis-history$|^suicide-attempt-before$/,
    yesAsked:
      /\b(?:once|twice|years ago|years back|in my (?:teens|twenties|thirties)|last (?:year|winter|summer|spring|autumn)|back (?:in|when)|at (?:school|sixteen|eighteen|twenty|thirty))\b/,
    noAsked: /\b(?:never|not once|not (?:had|that i|one|ever)|escaped|spared|missed)\b/,
  },
  {
    finding:
      /^lymph-node-removal$|^gallbladder-removed$|^joint-injection-or-replacement$|^hysterectomy$|^heart-procedures$/,
    yesAsked:
      /\b(?:took|taken|whipped|came|had (?:it|them|one)) (?:\w+ ){0,2}(?:out|away|done|off)\b|\bnew (?:hip|knee|one)\b/,
    noAsked:
      /\b(?:still (?:have|got|there|mine)|never (?:had|been|touched)|not (?:had|been|touched)|all my (?:own|bits|parts))\b/,
  },
];
