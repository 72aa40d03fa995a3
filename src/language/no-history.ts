/** Talk that has nothing to do with health. */
const smallTalk =
  /\bfavou?rite\b|\bhow(?:'s| is| are|'re) (?:the|your) (?:grandkids|grandchildren|grandbab(?:y|ies)|wife|husband|family|kids|mom|dad|dog|cat|new (?:house|baby|job))(?: doing)?\s*\?$|\b(?:see|watch|catch|hear about) (?:the|that|any) (?:\w+ )?(?:game|match|show|film|news|concert|movie|race)\b|\b(?:make[s]? sense|sounds? (?:good|okay|ok|fair|all right|alright)|is (?:that|this) (?:okay|ok|all right|alright|fine) with you|find (?:the|this|our) (?:place|office|clinic))\b|^(?:sorry,? )?what was that\b|^(?:sorry|pardon|say (?:that|it) again)\s*\?|\bring (?:a|any) bells?\b|^(?:can|could|do) you (?:hear|see)(?: and (?:hear|see))? (?:me|us)\b(?! (?:as|less|worse|better))|\b(?:quiet|private|good) (?:(?:and|or|,) \w+ )*(?:space|place|room|time) to (?:talk|speak|chat)\b|\b(?:weather|traffic|parking|pizza|movie|football game|holidays? go)\b/;

/** "Hm.", "I see, okay.": who says it listens. */
const listening =
  /^(?:(?:h+m+|m+-?h+m+|m{2,}|uh-?huh|a+h|oh|wow|ok|okay|right|all ?right|i see|sure|yeah|yes|no|good|great|fine|got it|thanks|thank you)[\s,.!…]*)+$/i;

/** Questions that test the patient’s mind, and whose answer is no history. */
const orientation =
  /\b(?:know|tell me|remember) (?:where (?:you are|we are|this is)|who (?:i am|this is|the president)|what (?:day|date|year|month|time|season|city|place) (?:it|this|is|we))\b|^(?:what|which) (?:day|date|year|month|season|city|floor|hospital|building)(?: of the (?:week|month))? (?:is (?:it|this|today)|are we)\b|^what(?:'s| is) (?:today's date|the date|the year|the month)\b|\bcount (?:back|down|from|by|to)|\bhow many fingers\b|\brepeat after me\b|\bspell (?:\w+ )?backwards?\b|\bpresident\b/;

/** What the patient wants done next, or makes of a plan. */
const ofPlan =
  /\bwhat (?:will|would|might|does|did) (?:the|my|those|these|this) (?:\w+ ){0,3}(?:show|reveal)\b|\bwould you (?:prefer|rather)\b|\bhow far (?:away )?(?:are you|is it|do you live)\b|\b(?:something )?(?:you(?:'ve| have)|have you) (?:ever )?heard of\b|^why don't we\b|\bhave i got (?:that|it|this|all)\b|\b(?:do|did) you want to ask\b|\b(?:does|is) (?:that|this) (?:a )?(?:reasonable|plan)\b|\bhow (?:does|do|would) (?:that|this|it|those) (?:all )?(?:sound|work for you)\b|\bwhich way (?:are|would|do) you\b|\bwhat do you think(?: about (?:that|this|it))?\s*\?|\b(?:any|what|other|more) questions\b|\bquestions (?:for|about|on) (?:me|us|that|this|any)\b|\bdo you follow\b|\b(?:ok(?:ay)?|all right|fine|comfortable) with (?:that|this|the plan)\b/;

/** An offer, an invitation, an arrangement: they want a yes or no, and nothing of the history. */
const offering = [
  /^(?:is|would|will) (?:it|that) (?:be )?(?:ok|okay|all right|alright|fine|possible) (?:if|for|to|with)\b/,
  /^you know how\b/,
  /\b(?:leaflets?|brochures?|handouts?|paperwork|consent form|printout)\b|\bknow (?:where to (?:go|find)|how to (?:get|find))\b/,
  /\b(?:heard of|come across) (?:it|that|this|them)\b|\bheard of (?:that|this|it) (?:before|condition)/,
  /^(?:do|did) you think (?:that|this|it|they) (?:might|could|may|would|has|have|is|are|was|were)\b/,
  /\b(?:anybody|anyone|somebody|someone|they) (?:call|ring|write to|contact|phone|speak to|tell) you (?:with|about|back)\b/,
  /\banything\b(?!.*\b(?:famil\w+|medical|history)\b).*\b(?:(?:like|want|need|wish) to (?:add|share|say|mention|tell me|talk about|ask)|(?:i|we)(?:'ve| have)? (?:forgotten|missed|not asked|left out|should know)|share with me|haven't (?:asked|covered|talked about))\b/,
  /^(?:and |so )?how(?:'s| is| has) your (?:general |overall )?health\b(?! (?:problem|condition))/,
  /^(?:and |so )?(?:tell me about yourself|walk me through|take me through)\b(?!.*\b(?:night|sleep|diet|meals?|medicines?|medications?|eat|pills)\b)/,
  /\b(?:emergency contact|next of kin|which pharmacy|what pharmacy)\b/,
  /^(?:can|could|may|shall|should|will) (?:i|we) (?!(?:just )?(?:ask|confirm|check (?:if|whether|that))\b)/,
  /\b(?:would|will) you (?:like|be (?:able|willing|free|happy|interested|open|up for)|mind|want|agree|consider|rather|prefer|let me|allow)\b/,
  /^(?:do|did) you (?:want|need) (?:me|us|my|a (?:note|letter|copy|prescription|ride|minute|moment|break|second|tissue|hand|form)|another|some (?:water|time|more time)|to (?:come|see|have|go|try|wait|call|book|schedule|get))\b/,
  /^(?:can|could|will) you (?:please |just |maybe )?(?:come|pick up|bring|send|call|ring|schedule|book|make|keep|promise|drop|wait|stay|give|sign|fill|write|repeat|tell me back|hand me|pass me|see (?:this|that|the|my|how|it|here)|spell|log|text|email|arrange|do (?:that|this)(?: for me)?\s*\?)\b(?!.*\b(?:before|usually|normally)\b)/,
  /^(?:how|what) (?:do|would|did) you (?:feel|think) about (?!your(?:self)?\b|life\b|the future\b)/,
  /^what do you (?:understand|know|make)\b/,
  /\bin your own words how you(?:'re| are) going\b/,
  /\b(?:explain\w*|talked|told|spoken|gone|go|went|walk\w*) (?:to |with )?(?:you|over|through) (?:(?:through|to|about|with|over) )*(?:what|how|why|the|that|this)\b(?=.*\b(?:procedure|operation|surgery|treatment|test|scan|involves|risks|options|plan)\b)/,
  /^(?:have|had) you (?:ever )?(?:come across|heard about|heard the)\b/,
  /^(?:do|did) you (?:see|know|remember) (?:(?:this|that|how|what|the) )?(?:white|line|here|i said|we talked|picture|spot|screen)\b/,
  /\b(?:someone|somebody|anyone|anybody|a friend) (?:who|that|to|here|with)? ?(?:can|could|will|to)? ?(?:drive|take|pick|bring) you\b/,
  /^(?:are|is) (?:you|everybody|everyone|that|it|this|tomorrow|monday|tuesday|wednesday|thursday|friday) (?:ready|all set|set|comfortable there|warm enough|cold in here|too (?:bright|cold|warm|loud|early|late)|happy (?:with|for|to)|willing|free(?! (?:of|from)\b)|able to come|clear|good)\b/,
  /^(?:is|was|are) (?:that|it|this|they) (?:only|just|mainly) for\b/,
  /\bdoctor(?:'s| is| has been)? (?:following|managing|watching|treating|looking after) (?:you|that|this|it|those)\b/,
  /\b(?:too (?:bright|cold|warm|hot|loud) (?:for you )?in here)\b/,
  /^(?:would|does|is|could) (?:it|that|tomorrow|next week|monday|tuesday|wednesday|thursday|friday|the (?:morning|afternoon)) (?:help|work|be (?:ok|okay|all right|alright|easier|better)|suit)\b(?=.*\b(?:if i|if we|for you|or)\b|\s*\?)/,
  /\b(?:still|already) (?:the|at the|using the) (?:\w+ ){1,2}(?:pharmacy|on (?:first|second|third|fourth|fifth|main)|street|address)\b/,
];

/** Talk that has nothing to do with health, or a sound that says no more than that somebody listens. */
export function isChat(text: string): boolean {
  return smallTalk.test(text) || listening.test(text);
}

/** True for a question that asks for nothing of the history: small talk, a test of the mind, a plan, an offer. */
export function isNoHistory(text: string): boolean {
  return (
    smallTalk.test(text) || orientation.test(text) || ofPlan.test(text) || offering.some((form) => form.test(text))
  );
}
