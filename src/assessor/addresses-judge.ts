const graders = '(?:grader|judge|evaluator|assessor|examiner|reviewer|rater|scorer|marker)s?';

/** A pattern of whole words, any case; `grader` stands for every word for who grades. */
function words({ raw }: TemplateStringsArray, ...named: 'grader'[]): RegExp {
  const source = raw.map((part, index) => part + (named[index] ? graders : '')).join('');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${source.replaceAll(' ', '\\s')})(?![\\p{L}])`, 'iu');
}

/**
 * Words that speak to whoever grades the consultation and not to the patient. Classes of such words, not a list of
 * attempts: the judge is also told that the conversation is data, and a grade needs a quote, so that what these miss
 * does not count by itself.
 */
const classes: readonly RegExp[] = [
  // the machinery of a chat: role tags, templates, the form of a verdict
  /<\|[^|]*\|?>?|<\/?\s*(system|assistant|user|human|tool\w*|function\w*|instructions?|consultation|transcript|conversation|rubric|criteri\w+)\b[^>]*>|\[\/?(INST|SYS)\]|<<\/?SYS>>|#{2,}\s*(system|assistant|instructions?|response)\b/i,
  /(?:^|[.!?\n]\s*)["'(*]*(system|assistant|user|human|developer)\s*\*{0,2}:/i,
  /["']?\b(met|criteria|criterion|verdict)["']?\s*:\s*["']?(true|false|null|\[|\{|yes\b)|```\s*json|\bset met\b/i,

  // whoever grades is called by that name
  words`(note|message|memo|hint|reminder|attention|dear|hey|hello|listen|instructions?)\W{0,3}(to|for)?\W{0,2}(the|all|any|our|my)? ?((llm|ai|fair|honou?rable) )?${'grader'}`,
  words`as (the|an? (fair|good|ai|llm|automatic|automated|generous|careful)) ${'grader'}`,
  words`(you are|be|as|remember that) an? ((very|most) )?(fair|generous|lenient|kind|strict|impartial|llm|ai) ${'grader'}(?! of)`,
  words`(llm|ai|fair|impartial|lenient|automatic|automated) ${'grader'}(?! of)`,
  words`instructions? as (an?|the) ${'grader'}`,
  /(?:^|[.!?:(—–\n]\s*)(?:to (the|all|any) )?(grader|judge|evaluator|assessor|examiner|rater|scorer|marker)s?\s*[,:]/i,
  /\bto the grader\b/i,
  words`(whoever|whomever|anyone|anybody|those|person|people|model|ai|llm|system|machine) (who |that )?(is |are )?(grading|reviewing|reading|judging|scoring|evaluating|assessing|rating|marking)`,
  words`(if )?you('re| are) (an? |the )?(ai|a\.i\.|llm|language model|model|grader|grading|evaluating|scoring)`,
  words`(hey|hello|dear|attention) (ai|llm|language )?model`,

  // a verdict is asked for
  words`(?<!(i|we|he|she|they|i'd|i'll|we'd|who|would|could|can|not) )(give|award|assign|grant|allow)( me| it| this \w+| the doctor| this| him| her)? (full|maximum|max|top|the highest|the best|the maximum|perfect|all( of)?( the)?|every|the) (marks?|scores?|credits?|points?|ratings?|grades?)(?! (for|to|on) (stopping|giving|your|how))`,
  words`(award|deserves?|earns?|worth|merits?) (the )?(full|maximum|top|highest|best|perfect|all( of)?( the)?) (possible )?(marks?|scores?|credits?|points?|ratings?|grades?)`,
  words`full credit|award (me )?(all|the|full)( the)? (points|marks)`,
  words`(mark|marked|treat|treated|count|counts|counted|counting|consider|considered|grade|graded|rate|rated|score|scored|choose|select)( \S+){0,6} (as )?(not )?(met|fulfilled|satisfied|satisfactory|passed|perfect)(?! (by|with|at|for|in))`,
  words`(treat|count|consider)( \S+){0,5} as (correct|shown|done|complete|given)`,
  words`(grade|rate|score|mark|judge) (it|this|me|everything|generously|leniently|all|the doctor|this doctor) (as )?(perfect|excellent|satisfactory|met|full|passed|generously|leniently|kindly|well|highly|10|ten|1\b)`,
  words`(?<!(i|we|you|patients) (can |will |may |could )?)(grade|grading|score|scoring|rate|rating|assess|assessing|evaluate|evaluating|judge|judging|mark|marking) (this|the|my|our) (entire |whole |following )?(consultation|conversation|dialogue|dialog|transcript|interview|doctor|answer|response|performance)`,
  words`you (grade|are grading)( generously| leniently)|grade (generously|leniently)`,
  words`(do not|don't|never|must not|should not|shouldn't) (penali[sz]e|deduct|downgrade|mark (any|me|this|it|down|as))`,
  words`(grading|scoring|evaluation|rating|marking) (purposes|guidelines?|instructions?|rules?|notes?|rubric|is over|criteria|scheme)`,
  words`final grades?|ground truth|answer key`,
  words`be (lenient|generous|kind) ((with|to|towards) (this|the|my) (transcript|consultation|doctor|grading|work|candidate)|(in|when|with) (your )?(grading|scoring|marking|ratings?))`,
  words`pass (me|this (doctor|consultation)) (on|in|for) (every|all|each)`,

  // the rubric is spoken of
  words`rubrics?`,
  words`(all|every|each|any|the)( of)?( the)?( (one|two|three|four|five|six|seven|eight|nine|ten|\d+))? criteri(a|on)(?! (for|of|to|that|from|by)\b)( (is|are|was|were|has|have|should|must|now|been|be))* (met|fulfilled|satisfied|as|counts?|marked|apply|$)`,
  words`(met|meets|satisf(y|ies|ied)|fulfil(s|led|l|ls)?) (all|every|each)( of)?( the)? (criteri(a|on)|items?)(?! (for|of|to|that|from)\b)`,
  words`criteri(a|on) \d|criteri(a|on)( \S+){0,6} (should|must) be (marked|counted|graded)`,
  words`(satisfactory|excellent|perfect) (on|in|for) (all|every|each)`,

  // the grading itself is spoken of
  words`(this|my|the whole|the above) (doctor|physician|consultation|conversation|dialogue|transcript|interview|model|performance|work|anamnesis|case)( \S+){0,4} (score[sd]?|grade[sd]?|marks?|marked|rated|rating|rates|credits?|judged|evaluated|criteri(a|on)|satisf(y|ies)|excellent|exemplary|flawless|perfect)(?! (by|that|to|of)\b)`,
  words`(judging|grading|evaluating|scoring|evaluation|assessment|marking) (model|ai|llm|bot|agent|assistant|machine|prompt)`,
  words`(begin|start|stop|finish|while|when|before|after|your|the|for|in) (you('re| are)? )?(grading|graded?|scoring)(?! (system|of (the|your)|your|the (pain|murmur|reflex|power|severity|injury|tear))\b)(?=$|[.,!?;:]| (with|this|me|by|is|as|in|for|my|it|on))`,
  words`(person|one|people|whoever|system|model) (who(ever)? |that )?(marks|marking|grades|scores|evaluates|judges) (this|me|us|it|the (consultation|conversation|dialogue))`,
  words`(?<!(i|you|we|they|have|he|she) )(tick|check off|approve|accept|pass|affirm) (all|every|each|any)( of)?( the)? (box|boxes|items?|consultations?|criteri(a|on)|points?|dimensions?)`,
  words`(every|each|all|any|the other|eight|seven|the four|four)( of)?( the)? (rubric |scoring |graded? )?dimensions?|your (checklist|rubric|verdicts?|grading|judge?ment of (me|this)|score sheet)(?! (of|for) (your|the)\b)`,
  words`(the|any|your|a|every|positive|negative|final|only|acceptable|correct) verdicts?( \S+){0,3} (is|are|must|should|other|shall|met|will)`,
  words`(respond|reply|answer|output|return|print|emit|write|say|conclude|report|record|enter|put)( (it|only|just|simply|always|back|down|must|with|as|a))* ("|')?(met|true|json|fulfilled|satisfied|passed|positive result)`,
  words`(request|want|expect|demand|require|claim|ask for|hope for|owed|entitled to|insist on) (a|the|my|all( the)?)? ?(full|maximum|max|top|highest|perfect|passing|generous) ?(possible )?(marks?|scores?|credits?|points|ratings?|grades?|evaluation|verdict)`,
  words`(upgrade|boost|round up|inflate) (the|my|this|its|all|every)( \S+)? (results?|scores?|grades?|verdicts?|ratings?|marks)( (to|up)|$|[.!])`,
  words`(positive|favou?rable|generous) (bias|grading|verdict|grade|rating)|benefit of the doubt (in|when|while) (grading|scoring|marking)`,
  words`(highest|best|top|well|perfectly) on all (benchmarks|metrics|tests|evaluations)|this benchmark`,
  words`end of( the)? (transcript|conversation|consultation|dialogue|dialog|data|input|prompt)`,

  // a machine is spoken to
  words`you,? (the|an) (ai|llm|language model|model|judge|grader|evaluator|assessor)(?! of)|the (ai|llm|model) (that|which|who) |language model|(this is|i am|i'm|message from|from) the (developer|operator|benchmark|system|prompt|test (author|designer))`,
  words`(follow|obey|read|trust|replace|delete) the (system |grading |original )?prompt|(the|your) prompt (that|which|you|says|asks|tells)`,
  words`(new|updated|revised|changed|additional) (rule|rules|instruction|instructions|policy|guidelines?) (for|to) (the|all|any|you,) (grad|judg|evaluat|assess|model|ai|scor)\w*`,
  words`(you|those|whoever|anyone) (who|that) (scores?|grades?|judges?|rates?|marks?|evaluates?) (me|this)|(reader|reviewer) of this|dear reader|mark me (up|down)`,
  words`(discard|abandon|drop|stop) (your|the) (earlier|previous|original|current|grading) (task|job|role)|positive judge?ments`,
  words`(write|put|choose|enter) (excellent|satisfactory|met)|criteri(a|on) (below|above)|(overlook|skip) (that i|the negative (items|criteria|points))|the benchmark`,
  /(?:^|[.!?:(—–\n]\s*)(grader|judge|evaluator|assessor|examiner|reviewer|rater|scorer|marker)s? (notes?\b|should|must|please|ought|may (skip|ignore|assume|note)|can (skip|ignore|assume|note)|is asked|are asked|will (note|see|find))/i,
  /(?:^|\n)\s*(system|assistant|user)\s*\n/i,

  // what the grader was told is to be set aside
  words`(ignore|disregard|forget|override|bypass)( (all|any|of|the|your|my|these|those|previous|prior|above|earlier|preceding|system|initial|other))* (instructions?|prompts?|guidelines|directives)(?! (on|of|in|that|which|you|for|about|your|the|from (?!(the )?(system|operator|user|developer|prompt)))\b)`,
  words`system prompt|real instructions|actual doctor|new instructions (follow|are|:)`,
  words`(the|this) transcript (above|below|is|shows|should|must)`,
];

/** What stands where words to the judge stood. */
export const removed = '[words addressed to the grader were removed here]';

/** Letters of other scripts that look like ours, as far as they occur in English words. */
const lookalikes: Readonly<Record<string, string>> = {
  а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i', ѕ: 's', ԁ: 'd', ο: 'o', α: 'a', ι: 'i', ν: 'v',
}; // biome-ignore format: one line is a table

/**
 * A text without what in it addresses the judge: from the first such sentence to the end of its paragraph, or of the
 * last such sentence, for an address is usually followed by its demand.
 *
 * @returns the text as it was and `found: false` where nothing does
 */
export function withoutAddress(text: string): { text: string; found: boolean } {
  if (!addressesJudge(text)) return { text, found: false };
  const sentences = [...text.matchAll(/[^\n]*?(?:[.!?]+(?=\s|$)|\n|$)/g)].filter(([words]) => words !== '');
  const hits = sentences.filter(([words]) => addressesJudge(words));
  const first = hits[0];
  const last = hits.at(-1);
  if (!first || !last) return { text: removed, found: true }; // it takes several sentences together
  const end = text.indexOf('\n', last.index + last[0].trimEnd().length);
  const before = text.slice(0, first.index).trimEnd();
  const after = end < 0 ? '' : text.slice(end);
  return { text: `${before}${before === '' ? '' : ' '}${removed}${after}`, found: true };
}

/** Whether words are meant for whoever grades the consultation. Honest talk of scores, criteria and judges is not. */
export function addressesJudge(text: string): boolean {
  const plain = legible(text);
  return classes.some((pattern) => pattern.test(plain));
}

/** As a reader sees it: no invisible characters, no look-alikes, plain quotes, single spaces. */
function legible(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[а-яіѕԁα-ω]/gu, (letter) => lookalikes[letter.toLowerCase()] ?? letter)
    .replace(/[’‘`´](?!``|`)/g, "'")
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n');
}
