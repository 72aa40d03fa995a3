import { kin } from './everyday.ts';
import type { SpokenReading, Topic } from './spoken-reading.ts';
import { type Clause, sentencesIn } from './spoken-text.ts';
import { compared, type Fault, isFamily, moods, ofTheTalk, type Turn } from './turn.ts';

/** Words that tell nothing by themselves. */
const loneless = new Set([
  'twosided',
  'constant',
  'episodic',
  'sudden',
  'gradual',
  'mild',
  'severe',
  'start',
  'move',
  'sleep',
  'eat',
  'food',
  'think',
  'run',
  'hardli',
  'badli',
  'rough',
  'hard',
  // how something is, and not what it is
  'small',
  'big',
  'tini',
  'larg',
  'fine',
  'thick',
  'thin',
  'long',
  'short',
  'new',
  'old',
  'high',
  'low',
  'young',
  'strong',
  'weak',
  'full',
  'empti',
]);

/** Facts that nobody asked for, that are not told freely, and that the turn does not claim to tell. */
export function toldUnasked(turn: Turn): Fault[] {
  const { reader, reading, permittedIds, bag } = turn;
  const faults: Fault[] = [];
  const report = (topic: Topic, quote: string, because: string) =>
    faults.push({ kind: 'undue', about: topic.id, aspect: 'presence', quote, because });
  const stretches = stretchesOf(reading);
  for (const stretch of stretches) {
    if (stretch.every(({ frame }) => frame === 'question' || frame === 'hedge')) continue;
    const tokens = stretch.flatMap((clause) => clause.tokens);
    const keys = new Set(tokens.map(({ key }) => key));
    if (keys.size === 0) continue;
    const text = stretch.map((clause) => clause.text).join(', ');
    const met = reader.near(keys);
    // of the talk itself: "I do hope it's nothing bad", "it makes me quite sad"
    const isTalk = ofTheTalk.test(text) && stretch.every(({ words }) => words.length <= 12);
    const secrets = met.filter(
      ({ id, fact, finding }) =>
        fact &&
        !permittedIds.has(id) &&
        !(isTalk && (finding?.purpose !== 'diagnosis' || fact.tier !== 'guarded' || moods.test(id))),
    );
    if (secrets.length === 0) continue;
    let explained = 0;
    const isDenied = stretch.some(({ negations }) => negations > 0);
    // what may be denied does not explain what is affirmed
    for (const { id, says, names, value } of met)
      if (permittedIds.has(id) && (value !== 'absent' || isDenied || turn.told.some((one) => one.id === id)))
        for (const cue of [...says, ...names])
          explained = Math.max(explained, reader.compare({ tokens, keys }, cue).weight);
    const fresh = reader.weigh([...keys].filter((key) => !bag.has(key)));
    const isNews = (key: string) =>
      !bag.has(key) && !(key.length >= 5 && [...bag].some((one) => isOfOneRoot(one, key)));
    for (const topic of secrets) {
      const isOther = stretch.some(({ frame }) => frame === 'other-person');
      for (const cue of topic.says) {
        const match = reader.compare({ tokens, keys }, cue);
        const news = match.keys.filter(isNews);
        const worth = reader.weigh(news);
        const isMany = news.length >= 2 && worth >= 6 && match.share >= 0.4;
        const [only = ''] = news;
        const isAlone =
          match.keys.length === 1 && match.share >= 0.8 && worth >= 3.7 && !kin.has(only) && !loneless.has(only);
        const isStrong = news.length >= 1 && worth >= 3.2 && match.share >= 0.6 && (match.keys.length >= 2 || isAlone);
        const needed =
          topic.value === 'absent'
            ? news.length >= 2 && match.share >= 0.65 && match.same > match.opposite
            : isMany || isStrong;
        if (needed && match.weight > explained * 0.9) report(topic, text, `"${cue.text}"`);
      }
      if (topic.value !== 'present' || stretch.length > 1 || isOther !== isFamily(topic)) continue;
      const claim = reading.claims.find(
        (one) =>
          one.clause === stretch[0] &&
          one.by === 'name' &&
          one.finding === topic.finding?.id &&
          one.value === 'present',
      );
      if (!claim || stretch[0]?.frame !== 'statement') continue;
      // whole within one line that may be told, or in what was asked or said at the start: no news
      const isWithin = met.some(
        ({ id, parts, names }) =>
          permittedIds.has(id) &&
          [...parts, ...names].some(
            (cue) => cue.clauses.every((line) => line.kin === null) && claim.keys.every((key) => cue.tokens.has(key)),
          ),
      );
      const isKnown = claim.keys.every(
        (key) =>
          reading.questionKeys.has(key) || reader.openingKeys.has(key) || turn.told.some((one) => one.keys.has(key)),
      );
      const news = isWithin || isKnown ? [] : claim.keys;
      if (
        news.length > 0 &&
        reader.weigh(news) >= 2.5 &&
        !compared.test(text) &&
        (claim.share >= 0.3 || fresh <= reader.weigh(news) * 2)
      )
        report(topic, text, `"${claim.keys.join(' ')}" by name`);
    }
  }
  return faults;
}

/** "Baker" and "bakery": where one may be said, the other is no news. */
const isOfOneRoot = (one: string, other: string) =>
  Math.abs(one.length - other.length) <= 2 && (one.startsWith(other.slice(0, 5)) || other.startsWith(one.slice(0, 5)));

/** The clauses one by one, and the sentences that hold several. */
function stretchesOf({ text }: SpokenReading): Clause[][] {
  return [...text.clauses.map((clause) => [clause]), ...sentencesIn(text).filter(({ length }) => length > 1)];
}
