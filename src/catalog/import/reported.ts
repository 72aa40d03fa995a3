import { uncapitalised } from './sentences.ts';
import { finite, reportingVerbs } from './verbs.ts';
import { says, type Voice } from './voice.ts';

const denial = /^(?:also |currently )?(?:denies|denied|does not report|did not report|does not complain of) (.*)$/s;
const report = new RegExp(`^(?:(also|currently|recently|initially) )?(${reportingVerbs}) (.*)$`, 's');
const presentation =
  /^(initially )?(?:presents|(?:reports|comes)(?= to the )) ((?:to|at) [\w ]+? )?(with|for|after|due to|because of|following)\b(.*)$/s;
const history = /^(reports|describes|has|notes|mentions|complains of) (an? .{0,60}?history of\b.*)$/s;

/** Done at a point in time, so that "I had", not "I've had". */
const pointInTime =
  /\b(ago|yesterday|last (night|week|month|year)|this (morning|evening)|(the )?previous week|prior to)\b/;
const span = /\b(for|over|since|during) (the )?(past|last|about|\d+|several|a few|two|three|four|five|six)\b|\bsince\b/;
const recent = /\b(recent|recently|previous|prior|past|history|changes?|episodes?|contact|exposures?|known|travel)\b/;
const using = /\b(use|abuse|consumption|intake)\b/;

/** What somebody does or feels, as against nouns and participles that look alike ("swelling", "trembling hands"). */
const doings =
  /^(experiencing|having|being|feeling|noticing|developing|seeing|hearing|smelling|losing|gaining|adopting|maintaining|attending|exercising|waking|taking|using|smoking|drinking|eating|sleeping|working|starting|stopping|changing|lifting|traveling|travelling|going|getting|urinating|passing|seeking|trying|wanting|hurting|harming|living|doing|playing|touching|handling)$/;

/** A noun phrase that is followed by a verb of its own: "the bowel movements are urgent". */
const clauseLike =
  /^(?:(?:the|his|her|these|this|those|some) (?:[\w-]+ ){1,3}?(?:is|are|was|were|has|have|had|started|began|can|tend|tends|will)|(?:he|she|they|it|there)) /;

/**
 * The predicate of a sentence that hands on what the patient said ("reports …", "denies …", "presents with …"), as the
 * patient says it.
 *
 * @returns null where the predicate is of another kind
 */
export function reportedAs(predicate: string, voice: Voice): string | null {
  const denied = denial.exec(predicate)?.[1];
  if (denied !== undefined) return denialOf(denied, voice);
  const came = presentation.exec(predicate);
  if (came) {
    const [, first = '', where = '', link = '', rest = ''] = came;
    return `${says(voice, 'has', first.trim())} come ${where}${link}${rest}`;
  }
  const told = history.exec(predicate)?.[2];
  if (told !== undefined)
    return `${says(voice, 'has')} ${/^(a|an) (past |medical |known |family |long |significant )*history/.test(told) ? '' : 'had '}${told}`;
  const match = report.exec(predicate);
  if (!match) return null;
  const [, also = '', verb = '', rest = ''] = match;
  const said = affirmation(verb, rest, voice);
  if (also === '') return said;
  // "also" and its like hang on the verb that fell away; they go beside the one that came instead.
  if (!said.startsWith(`${voice.subject} `)) return `${also}, ${said}`;
  const after = said.slice(voice.subject.length + 1);
  const behind = /^(am|is|was|(?:have|has)(?= (?:been|had|not|come)\b))\b/.exec(after)?.[0];
  return behind
    ? `${voice.subject} ${behind} ${also}${after.slice(behind.length)}`
    : `${voice.subject} ${also} ${after}`;
}

function denialOf(denied: string, voice: Voice): string {
  const past = /^having ((?:been|had|\w+ed) .*)$/s.exec(denied)?.[1];
  if (past !== undefined) return `${says(voice, 'has')} not ${past}`;
  if (/^that /.test(denied)) return `it is not true ${denied}`;
  const doing = /^(?:any )?([a-z]+ing) (?!(?:or|and|in|of|with|on|at|from|as)\b)(.*)$/s.exec(denied);
  if (doing && doing[1] !== 'having' && doings.test(doing[1] ?? ''))
    return `${says(voice, 'has')} not been ${doing[1]} ${doing[2]}`;
  const what = denied.replace(/^any /, '').replace(/^having (an?|any) /, '$1 ');
  const [first = ''] = what.split(/[.;]| but /);
  if (/^(an?|the|having) /.test(what)) return `${says(voice, 'does')} not have ${what.replace(/^having /, '')}`;
  if (using.test(first)) return `there is no ${what}`;
  return recent.test(first)
    ? `${says(voice, 'has')} not had any ${what}`
    : `${says(voice, 'does')} not have any ${what}`;
}

function affirmation(verb: string, rest: string, voice: Voice): string {
  const clause = /^that (.*)$/s.exec(rest)?.[1];
  if (clause !== undefined) return uncapitalised(clause).replace(/\b(and|but) that\b/g, '$1');
  if (verb !== 'describes' && clauseLike.test(rest)) return rest;
  if (verb === 'describes' && / as /.test(rest)) return `${says(voice, 'describes')} ${rest}`;
  if (/^['"‘“]/.test(rest)) return `${says(voice, 'says')} ${rest}`;
  const doing = /^([a-z]+ing) (?!of\b)(.*)$/s.exec(rest);
  if (doing && doings.test(doing[1] ?? '')) return gerund(doing[1] ?? '', doing[2] ?? '', rest, voice);
  if (verb === 'admits to') return `${says(voice, 'admits')} to ${rest}`;
  if (/^no\b/.test(rest)) return `${says(voice, 'has')} ${rest}`;
  if (!/^(an?|any) /.test(rest) && finite.test(rest.split(/[,;.]| (?:and|but|that|which|who|when|while) /)[0] ?? ''))
    return `${rest}`;
  const when = timeOf(rest);
  if (when === 'past') return `${voice.subject} had ${rest}`;
  return when === 'lasting' ? `${says(voice, 'has')} had ${rest}` : `${says(voice, 'has')} ${rest}`;
}

/** Whether a phrase is placed at a point in the past or goes on from one; what is said first decides. */
function timeOf(text: string): 'past' | 'lasting' | null {
  const past = pointInTime.exec(text);
  const lasting = span.exec(text);
  if (past === null && lasting === null) return null;
  return lasting === null || (past !== null && past.index < lasting.index) ? 'past' : 'lasting';
}

function gerund(verb: string, object: string, rest: string, voice: Voice): string {
  if (verb === 'having' && timeOf(object) === 'past') return `${voice.subject} had ${object.replace(/^had /, '')}`;
  if (verb === 'having')
    return object.startsWith('had ')
      ? `${says(voice, 'has')} ${object}`
      : `${says(voice, 'has')} been having ${object}`;
  if (verb === 'being')
    return / ago\b/.test(object) ? `${says(voice, 'was')} ${object}` : `${says(voice, 'is')} ${object}`;
  if (timeOf(rest) === 'past') {
    if (verb === 'noticing') return `${voice.subject} noticed ${object}`;
    if (verb === 'developing') return `${voice.subject} developed ${object}`;
    return `${says(voice, 'was')} ${verb} ${object}`;
  }
  return `${says(voice, 'has')} been ${verb} ${object}`;
}
