import type { Fact, Tier } from '../case.ts';
import { isOfSomebodyElse } from './first-person.ts';
import { emptyList, inSection } from './in-section.ts';
import { type Section, sectionOf, topicOf } from './section.ts';
import { ended, sentencesOf, uncapitalised } from './sentences.ts';
import { isInstruction, isNone, isSilent } from './silence.ts';
import { finite } from './verbs.ts';
import type { Voice } from './voice.ts';

/** One thing the patient says: as the source has it, and in the words of this patient. */
export interface Statement {
  readonly section: Section;
  readonly source: string;
  readonly said: string;
}

/** What a history yields: what is spoken, and what the source tells an actor or a doctor instead. */
export interface History {
  readonly statements: readonly Statement[];
  readonly instructions: readonly string[];
}

/** Headings below a review of systems, which add nothing to the sentence under them. */
const systems =
  /^(general|constitutional|ent|heent|eyes?|ears?|neurologic(al)?|cardiovascular|cardiac|respiratory|pulmonary|gastrointestinal|gi|genitourinary|gu|musculoskeletal|skin|dermatologic(al)?|psychiatric|psychological|endocrine|hematologic(al)?|others?|additional|details|description|secondary_?symptoms|symptoms|interests|associated_?symptoms|onset|history)$/i;

/** Everything a history says, sentence by sentence, in the order and under the headings of the source. */
export function historyOf(tree: Readonly<Record<string, unknown>>, voice: Voice): History {
  const statements: Statement[] = [];
  const instructions: string[] = [];
  const add = (section: Section, source: string, isItem: boolean, label: string | null): void => {
    // Under these two headings the author was asked for a list and says that it is empty; elsewhere "None" is a filler.
    if (label === null && isNone(source) && (section === 'current-medicines' || section === 'allergies')) {
      statements.push({ section, source, said: emptyList(section, voice) });
      return;
    }
    let previous = '';
    for (const sentence of sentencesOf(source).flatMap(withoutSilence)) {
      if (isSilent(sentence)) continue;
      if (isInstruction(sentence)) {
        instructions.push(sentence);
        continue;
      }
      const topic = topicOf(sentence, section);
      // "Her mother has diabetes. She takes insulin.": whose insulin it is, no rule can tell.
      const worded = isOfSomebodyElse(sentence, previous, voice)
        ? ended(sentence)
        : inSection(sentence, topic, isItem, voice);
      previous = sentence;
      const isBare =
        label !== null && worded.replace(/\.$/, '') === sentence.replace(/\.$/, '') && !finite.test(sentence);
      statements.push({
        section: topic,
        source: sentence,
        said: isBare ? `${label}: ${ended(uncapitalised(sentence))}` : worded,
      });
    }
  };
  const walk = (section: Section, node: unknown, label: string | null, isItem: boolean): void => {
    if (node === null || node === undefined) return;
    if (Array.isArray(node)) for (const item of node) walk(section, item, label, true);
    else if (typeof node === 'object')
      for (const [key, below] of Object.entries(node)) {
        const narrower = sectionOf(key);
        const own =
          section === 'other' || narrower === 'allergies' || narrower === 'family-history' ? narrower : section;
        walk(own, below, systems.test(key) ? label : words(key), isItem);
      }
    else if (typeof node === 'boolean' || typeof node === 'number')
      add(
        section,
        `${label ?? ''}: ${typeof node === 'number' ? node : node ? 'yes' : 'no'}`.replace(/^: /, ''),
        false,
        null,
      );
    else add(section, String(node), isItem, label);
  };
  for (const [heading, node] of Object.entries(tree))
    walk(
      sectionOf(heading),
      node,
      typeof node === 'number' || typeof node === 'boolean' ? words(heading) : null,
      false,
    );
  return { statements, instructions };
}

/** A sentence without the parts between semicolons that say nothing: "No social history provided; lives alone". */
function withoutSilence(sentence: string): string[] {
  const parts = sentence.split(/;\s+/);
  return parts.some(isSilent) ? parts.filter((part) => !isSilent(part)) : [sentence];
}

function words(key: string): string {
  const plain = key.replace(/_+/g, ' ').trim().toLowerCase();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** How open a patient is with each part: the complaint at hand when asked openly, the rest when asked for. */
function tierOf(section: Section): Tier {
  return section === 'current-complaint' || section === 'symptoms' ? 'open' : 'direct';
}

/** The statements as a case's facts, numbered within their sections; the complaint the opening tells comes first. */
export function factsOf(opening: string, statements: readonly Statement[], voice: Voice): Fact[] {
  const counts = new Map<Section, number>();
  const fact = (section: Section, tier: Tier, presence: string): Fact => {
    const number = (counts.get(section) ?? 0) + 1;
    counts.set(section, number);
    return {
      name: `${section}-${number}`,
      section,
      value: 'present',
      tier,
      says: { presence },
      ...(voice.speaksForSelf ? {} : { knownToProxy: true }), // the one who came along says all of it
    };
  };
  // Said once, in the section it came first in: told twice, it would count twice.
  const isFirst = ({ said }: Statement, i: number) => statements.findIndex((other) => other.said === said) === i;
  return [
    fact('symptoms', 'volunteered', opening),
    ...statements.filter(isFirst).map(({ section, said }) => fact(section, tierOf(section), said)),
  ];
}
