import { vague } from './claims.ts';
import { topics } from './everyday.ts';
import type { SpokenReader, SpokenReading, Topic } from './spoken-reading.ts';
import { keysOf, readText } from './spoken-text.ts';

/** Which facts a question asks for. Generous: a question that may mean a fact permits it. */
export function askedIn(
  question: string,
  all: ReadonlyMap<string, Topic>,
  near: SpokenReader['near'],
  weigh: (keys: Iterable<string>) => number,
): Pick<SpokenReading, 'asked' | 'askedByName' | 'questionKeys'> {
  const text = readText(question);
  const keys = new Set(keysOf(text));
  const asked = new Set<string>();
  const askedByName = new Set<string>();
  const named = topics.filter(([, pattern]) => pattern.test(text.plain)).map(([id]) => id);
  if (named.length > 0) for (const id of all.keys()) if (named.some((pattern) => pattern.test(id))) asked.add(id);
  for (const topic of near(keys)) {
    for (const cue of topic.names) {
      const met = [...cue.tokens.keys()].filter((key) => keys.has(key));
      if (met.length === cue.tokens.size && !(met.length === 1 && vague.has(met[0] ?? ''))) askedByName.add(topic.id);
      if (met.some((key) => !vague.has(key)) && weigh(met) >= 0.6 * cue.weight) asked.add(topic.id);
    }
    for (const cue of topic.says) {
      const met = [...cue.tokens.keys()].filter((key) => keys.has(key));
      if (
        cue.aspect === 'presence' &&
        met.length > 0 &&
        (weigh(met) >= 0.5 * cue.weight || (met.length >= 2 && weigh(met) >= 0.3 * cue.weight))
      )
        asked.add(topic.id);
    }
  }
  for (const id of askedByName) asked.add(id);
  return { asked, askedByName, questionKeys: keys };
}
