import type { Aspect } from '../catalog/finding.ts';

/** How each aspect is asked for, whatever the finding. The first that fits wins. */
const frames: readonly [Aspect, RegExp][] = [
  [
    'onset',
    /\b(how long(?! (?:does|do|did|will) (?:it|they|this|that|each|one|an?|these|those|the)(?: \w+){0,2} (?:last|go on for|stay)\b)|since when|^(?:and |so |but )*when(?=\s*\?*$)|when (?:did|was) (?:you|it|that|this|he|she|they)|how many (?:hours|days|weeks|months)|over what|how quick(?:ly)?|how fast|come on (?:quickly|slowly|suddenly|all at once)|all of a sudden|all at once|creep up|crept up|began|when (did|was|were)|what time|how many (hours|days|weeks|months|years)|how recent|first (notice|start|feel|begin|happen|appear)|(did|has|have) \w+( \w+){0,3} (start|begin|began|begun|come on)|sudden(ly)?|gradual(ly)?|out of the blue|how did (it|this|that|they|the \w+) (start|begin|come)|going on)\b/,
  ],
  [
    'severity',
    /\b(how (bad|severe|strong|intense|badly|painful|much does it hurt)|severity|unbearable|bearable|score|how much (?:pain|does|did)|worst (?:it|you|pain)|stop you|scale (of|from)|out of (10|ten)|0 to 10|1 to 10|one to ten|zero to ten|rate (the|your|it|this)|mild or severe)\b/,
  ],
  [
    'place',
    /\b(show me (?:with|where)|point (?:with|to)|where(?! (do|did) you (work|live|travel|go))|which (side|part|place|area|spot)|what part|one side or|point to|whereabouts|which bit|anywhere else|elsewhere|left or right|upper or lower|front or back|both sides|one side|spread|radiat\w+|exact (place|spot)|location|located|does (it|the \w+) (spread|move|travel|go) (any|some)where)\b/,
  ],
  [
    'character',
    /\b(what (is|does|was|did|are) (it|this|that|the [\w ]+|your [\w ]+) (feel )?like|what (kind|sort|type|colour|color) of|how would you describe|describe (the|your|it|this)|(feel|feels|felt) like|sharp|dull|throbbing|stabbing|crushing|what(?:'s| is) (?:it|that|the [\w ]+) like|describe|sharp or dull|dull or sharp|nature of)\b/,
  ],
  [
    'course',
    /\b(come(s)? and go(es)?|coming and going|every day|how frequent(?:ly)?|in between|how long (?:does|do|did|will) (?:it|they|this|that|each|one|an?|these|those|the)(?: \w+){0,2} (?:last|go on for|stay)|how long (?:does|do) (?:it|they|each)|changed|any (?:better|worse)|(?:it|that|they|this|things) (?:better|worse|easier) (?:now|today|at the moment)|last(?:s|ed)? (?:long|for)|all the time|constant(ly)?|comes? in waves|getting (better|worse)|got(ten)? (better|worse)|(has|have) (it|this|that|the \w+) changed|on and off|how often|continuous(ly)?|there all|progress(ed|ing)?|steady|episodes? or)\b/,
  ],
  [
    'modifiers',
    /\b((make|makes|made|making) (it|this|that|them|the [\w ]+) (\w+ )?(better|worse|easier|stronger)|(better|worse) (when|with|after|if|on|at|in)|better or worse|(?:settle|ease|eases|relieve|aggravate|worsen|trigger)s?|eased|what makes|anything (?:make|makes|help|helps|bring|brings|set|sets)|position|bring(s)? (it|this|that|them|the \w+) on|set(s)? (it|this|that|them) off|trigger(s|ed)? (it|this|that)|anything (that )?(help|ease|relieve|worsen)s?|(ease|relieve|aggravate|worsen)s? (it|this|that|the)|at night|after eating|when you (lie|move|walk|eat|breathe))\b/,
  ],
];

/** The aspect that a clause asks for, or null where it only asks whether something is there. */
export function aspectOf(clause: string): Aspect | null {
  for (const [aspect, frame] of frames) if (frame.test(clause)) return aspect;
  return null;
}
