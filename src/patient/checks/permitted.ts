import type { PatientCase } from '../../catalog/case.ts';
import { echoesOf, givenTo, newlyHeard, reportLines, untoldLines } from './echoes.ts';
import { figuresIn } from './figures.ts';
import { namedUntold } from './named.ts';
import { claimsIn, sentencesOf, stemsOf } from './said.ts';
import { aboutOf, type CheckResult, isNear, passed, type Speaking } from './speaking.ts';

const hint =
  'you said something that was not given to you for this turn; say only what stands in the list, add no symptom, no time and no figure to it, and deny nothing that was not asked for';

/** Whether nothing is told beyond what may be told now and was told before. */
export function permitted(text: string, speaking: Speaking): CheckResult {
  const found =
    untoldWords(text, speaking) ?? unheardOf(text, speaking) ?? newFigure(text, speaking) ?? newResult(text, speaking);
  return found === null ? passed : { passed: false, why: found, hint };
}

/** A fact's own words that no other fact of the case has weigh one; those that several have weigh less. */
const weightOf = (holders: number) => (holders <= 2 ? 1 : holders <= 4 ? 0.5 : 0.25);
/** Weight of an untold line's words from which a sentence is taken for it. */
const enough = 2;
/** With less weight, where they are this share of the line. */
const mostOfIt = 0.5;

/** So many words of a report are no chance: a patient may well call the eye red, too. */
const enoughOfReport = 2;

/** The case's own words for something untold: those that nothing else in this turn can have brought along. */
function untoldWords(text: string, speaking: Speaking): string | null {
  const echoes = echoesOf(speaking);
  const sentences = sentencesOf(text)
    .map((sentence) => stemsOf(sentence))
    .map((all) => ({ all, fresh: [...all].filter((stem) => !echoes.has(stem)) }))
    .filter(({ fresh }) => fresh.length > 0);
  if (sentences.length === 0) return null;
  const holders = holdersIn(speaking.patientCase);
  for (const { of, stems } of untoldLines(speaking))
    for (const { all, fresh } of sentences) {
      const met = fresh.filter((stem) => stems.has(stem));
      if (met.length === 0) continue;
      const weight = met.reduce((sum, stem) => sum + weightOf(holders.get(stem) ?? 0), 0);
      const isWhole = [...stems].every((stem) => all.has(stem)) && (stems.size > 1 || all.size === 1);
      if (isWhole || weight >= enough || (weight >= 1 && met.length / stems.size >= mostOfIt))
        return `uses words of what is untold: ${of}`;
    }
  return null;
}

const counted = new WeakMap<PatientCase, ReadonlyMap<string, number>>();

/** In how many facts of a case each stem stands. Counted once a case. */
function holdersIn(patientCase: PatientCase): ReadonlyMap<string, number> {
  const known = counted.get(patientCase);
  if (known) return known;
  const holders = new Map<string, number>();
  for (const { says } of patientCase.facts)
    for (const stem of stemsOf(Object.values(says ?? {}).join(' '))) holders.set(stem, (holders.get(stem) ?? 0) + 1);
  counted.set(patientCase, holders);
  return holders;
}

/** A finding that a listener hears in the words, and that neither this turn nor an earlier one tells. */
function unheardOf(text: string, speaking: Speaking): string | null {
  const about = aboutOf(speaking);
  for (const [key, value] of newlyHeard(claimsIn(text), speaking)) {
    const [finding = '', aspect] = key.split('.');
    if (aspect === 'presence' && !about.has(finding) && !isNear(finding, about, speaking.lexicon))
      return `tells what is not to be told: ${key}=${value}`;
  }
  const named = namedUntold(text, speaking);
  return named === null ? null : `tells of what is not to be told: ${named}`;
}

/** A number, a time or a side that nobody gave. */
function newFigure(text: string, speaking: Speaking): string | null {
  const given = figuresIn(givenTo(speaking).join('\n'));
  given.add(String(Math.floor(speaking.patientCase.demographics.age)));
  const added = [...figuresIn(claimsIn(text))].filter((figure) => !given.has(figure));
  return added.length === 0 ? null : `gives a time, side or figure of its own: ${added.join(', ')}`;
}

const tests =
  /\b(?:ecg|ekg|scans?|x-?rays?|ultrasound|mri|biops\w+|swabs?|cultures?|(?:blood|urine|stool) (?:tests?|samples?|count)|samples?|troponin|lab(?:oratory)?|monitor|(?:test|scan) results?|results)\b/i;

/** A result of a test, which a patient has only where the case says so, or a report's own words. */
function newResult(text: string, speaking: Speaking): string | null {
  const echoes = echoesOf(speaking);
  for (const sentence of sentencesOf(text)) {
    const fresh = [...stemsOf(sentence)].filter((stem) => !echoes.has(stem));
    if (fresh.length === 0) continue;
    for (const line of reportLines(speaking.patientCase)) {
      const met = fresh.filter((stem) => line.has(stem)).length;
      if (met >= enoughOfReport && met >= line.size * mostOfIt) return 'uses the words of a report';
    }
  }
  const given = givenTo(speaking).join('\n');
  for (const sentence of sentencesOf(claimsIn(text))) {
    const named = tests.exec(sentence)?.[0];
    if (named !== undefined && !new RegExp(`\\b${named}`, 'i').test(given) && !denies.test(sentence))
      return 'tells of a test';
  }
  return null;
}

const denies = /\b(?:no|not|never|nobody|want|need|hope|could|should|will|would|\w+n['’]t)\b/i;
