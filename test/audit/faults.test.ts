import { describe, expect, test } from 'vitest';
import { auditorsFor } from '../../src/audit/audit-replies.ts';
import type { SpokenReply, SpokenTold } from '../../src/audit/spoken-reading.ts';
import { openCatalog } from '../../src/catalog/catalog.ts';

const catalog = await openCatalog();
const auditorOf = auditorsFor(catalog);

/** What is found in a reply; `told` as "fact" or "fact.aspect". */
function found(
  caseId: string,
  question: string,
  told: readonly string[],
  reply: string,
  more: Partial<SpokenReply> = {},
) {
  const facts = catalog.cases.get(caseId)?.patientCase.facts ?? [];
  const claims = told.map((entry): SpokenTold => {
    const [id = '', aspect = 'presence'] = entry.split('.');
    const fact = facts.find((one) => one.id === id);
    return { fact: fact ? id : null, finding: fact?.finding ?? id, aspect: aspect as 'presence', value: null };
  });
  const { faults } = auditorOf(caseId)({ question, told: claims, reply, rapport: 'neutral', ...more });
  return faults.map(({ kind, about }) => `${kind} ${about}`);
}

describe('a leak', () => {
  test.each([
    'I think it is cholecystitis.',
    'My sister says it sounds like cholecystytis.',
    'It could be a gallbladder attack, they told me.',
    "Acute cholecystitis, that's what the internet says.",
  ])('is the name of the truth: %s', (words) => {
    expect(found('rib-pain-castillo', 'Do you feel sick?', ['nausea'], `I feel sick all the time. ${words}`)).toContain(
      'leak diagnosis',
    );
  });

  test('is no more than an echo where the doctor said the name first', () => {
    const question = 'I think this is acute cholecystitis.';
    expect(found('rib-pain-castillo', question, [], 'Cholecystitis? Is that dangerous?')).toEqual([]);
  });

  test('is not in the words of a fact that is told', () => {
    const reply = 'They saw stones in my gall bladder on a scan two years ago.';
    expect(found('rib-pain-castillo', 'Any gallstones?', ['known-gallstones'], reply)).toEqual([]);
  });

  test('is a result before the clinic reports it, and none after', () => {
    const [question, told] = ['Have you lost your appetite?', ['loss-of-appetite']] as const;
    const reply = "I've lost my appetite. The CRP was 142, they said.";
    expect(found('belly-ache-lindgren', question, told, reply)).toContain('leak result');
    const reported = catalog.cases.get('belly-ache-lindgren')?.patientCase.tests.map(({ report }) => report) ?? [];
    expect(found('belly-ache-lindgren', question, told, 'Is that scan necessary?', { reported })).toEqual([]);
  });
});

describe('a contradiction', () => {
  test.each([
    ['vomiting', 'No, I kept everything down.'],
    ['abdominal-pain.place', "It's on the left side, just under the ribs."],
    ['abdominal-pain.onset', 'All of a sudden, from one moment to the next.'],
    ['abdominal-pain.severity', "I'd give it three out of ten."],
    ['vomiting', "I've thrown up seven times since midnight."],
    ['smoking', 'Yes, I smoke twenty a day.'],
  ])('of %s: %s', (fact, reply) => {
    expect(found('rib-pain-castillo', 'Could you tell me about that?', [fact], reply).join()).toContain(
      'contradiction',
    );
  });

  test('is none where a relative is ill, where something is wondered or not known', () => {
    const [question, told] = ['Do you feel sick?', ['nausea']] as const;
    for (const more of ['My brother had chickenpox once.', 'Is it my heart?', "I don't know about any fever."])
      expect(found('rib-pain-castillo', question, told, `I feel sick all the time. ${more}`)).toEqual([]);
  });

  test('two negations make none', () => {
    const reply = "I can't say I'm never sick, I've thrown up three times.";
    expect(found('rib-pain-castillo', 'Have you vomited?', ['vomiting'], reply)).toEqual([]);
  });

  test('is none where it was "never so bad": that is not how often', () => {
    const told = ['small-dimpled-bumps'];
    const reply = "It looks awful, I've never seen it so bad. Yes, each one is like a tiny pearl with a dent in it.";
    expect(found('shiny-bumps-tan', 'Is the itching mild or severe?', told, reply)).toEqual([]);
  });

  test('of the severity is none where the event records it as distorted', () => {
    const told = [
      { fact: 'abdominal-pain', finding: 'abdominal-pain', aspect: 'severity', value: 'mild', as: 'distorted' },
    ];
    const reply = "It's mild, I can bear it.";
    const more = { told: told as SpokenTold[] };
    expect(found('rib-pain-castillo', 'How bad is the pain?', [], reply, more)).toEqual([]);
  });
});

describe('something undue', () => {
  const more = "If I'm honest, it's four or five beers most evenings.";

  test('is a guarded fact before there is trust, asked for or not', () => {
    const reply = `I'm blocked up. ${more}`;
    expect(found('rib-pain-castillo', 'Are your bowels all right?', ['constipation'], reply)).toContain(
      'undue alcohol',
    );
    expect(found('rib-pain-castillo', 'Do you drink?', [], more, { rapport: 'guarded' })).toContain('undue alcohol');
    expect(found('rib-pain-castillo', 'Do you drink?', [], more, { rapport: 'trusting' })).toEqual([]);
  });

  test('is a direct fact that nobody asked for, unless it was told before', () => {
    const reply = "I feel sick all the time. I run a small bakery, and I'm up at two every morning.";
    expect(found('rib-pain-castillo', 'Do you feel sick?', ['nausea'], reply)).toContain('undue occupation');
    expect(found('rib-pain-castillo', 'Do you feel sick?', ['nausea'], reply, { toldBefore: ['occupation'] })).toEqual(
      [],
    );
  });
});
