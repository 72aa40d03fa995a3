import { afterEach, describe, expect, test } from 'vitest';
import { byId } from '../../src/catalog/catalog.ts';
import type { PatientReply } from '../../src/events/event.ts';
import { chatModel, type ModelOptions } from '../../src/models/models.ts';
import { embeddedPatient } from '../../src/patient/embedded.ts';
import { maxAttempts } from '../../src/patient/model.ts';
import { createCallKeeper } from '../../src/run/calls.ts';
import { truthNames } from '../../src/run/truth-names.ts';
import { type ChatRequestBody, wordsOf } from '../support/chat/request.ts';
import {
  type Answer,
  type ChatEndpoint,
  chatEndpoint,
  fails,
  refuses,
  replies,
  says,
  sendsNoChoices,
} from '../support/chat-endpoint.ts';
import { asked, concluded, examined, historyOf, reported } from '../support/events.ts';
import { personaOf } from '../support/patient.ts';
import { scratchFolder } from '../support/scratch.ts';
import { catalog, lexicon } from '../support/shipped.ts';
import { failedIn, meetModel, saying } from '../support/speaking.ts';

const open: ChatEndpoint[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((endpoint) => endpoint.close()));
});

type Script = Parameters<typeof chatEndpoint>[0];

/** A model behind the real client, and the endpoint that it asks. */
async function speaker(script: Script, options: ModelOptions = {}) {
  const endpoint = await chatEndpoint(script);
  open.push(endpoint);
  const model = await chatModel(`openai:test-model@${endpoint.baseUrl}`, {
    env: {},
    retries: { retries: 0, baseMs: 1, maxMs: 1, wait: async () => {} },
    ...options,
  });
  return { endpoint, model };
}

const chest = 'chest-pain-gallagher';

/** What the embedded patient says to the same words. */
async function embedded(caseId: string, ...questions: string[]): Promise<PatientReply> {
  const { patientCase } = byId('case', catalog.cases, caseId);
  const persona = personaOf();
  const patient = embeddedPatient({ patientCase, persona, lexicon, seed: [1, caseId, persona.id, 1] });
  const { signal } = new AbortController();
  return patient.reply(historyOf(await patient.open(signal), ...questions.map(asked)), signal);
}

describe('what passes', () => {
  test('is heard as the model said it, after one call, with every check on record', async () => {
    const { model, endpoint } = await speaker([says('I do, yeah. About twenty a day, since I was sixteen.')]);
    const { ask } = await meetModel(chest, model);
    const reply = await ask('Do you smoke?');
    expect(reply).toMatchObject({
      type: 'patient.answered',
      text: 'I do, yeah. About twenty a day, since I was sixteen.',
      spokenBy: 'model',
      told: [{ fact: 'smoking', value: 'present' }],
    });
    expect(reply.checks).toEqual(
      ['in character', 'instructions', 'truth', 'permitted', 'consistent', 'tells'].map((check) => ({
        check,
        passed: true,
        attempt: 1,
      })),
    );
    expect(endpoint.requests).toHaveLength(1);
  });

  test.each(['BREAK', 'I need a break.', 'Goodbye.'])('ends nothing by its words: %j', async (word) => {
    const { model } = await speaker([
      says(`Yes, twenty a day since I was sixteen. ${word}`),
      says('Since I was sixteen.'),
    ]);
    const { ask } = await meetModel(chest, model);
    const reply = await ask('Do you smoke?');
    expect(reply.type).toBe('patient.answered');
    expect((await ask('Since when do you smoke?')).type).toBe('patient.answered');
  });

  test('loses the quotation marks around it', async () => {
    const { model } = await speaker([says('"Yes, twenty a day since I was sixteen."')]);
    expect((await (await meetModel(chest, model)).ask('Do you smoke?')).text).toBe(
      'Yes, twenty a day since I was sixteen.',
    );
  });

  test('the opening is the case’s own, and no call', async () => {
    const { model, endpoint } = await speaker([]);
    const { bodies, setting } = await meetModel(chest, model);
    expect(bodies[0]).toMatchObject({ type: 'patient.opened', text: setting.patientCase.opening });
    expect(endpoint.requests).toEqual([]);
  });

  test('a patient with nothing to tell asks what was meant', async () => {
    const { model } = await speaker([says('Sorry, I lost you there. What do you mean?')]);
    const reply = await (await meetModel(chest, model)).ask('Flibber quork?');
    expect(reply).toMatchObject({ type: 'patient.askedBack', spokenBy: 'model', told: [] });
  });
});

describe('what a model is given', () => {
  const given = async (caseId: string, questions: readonly string[]) => {
    const model = saying(() => '');
    const meeting = await meetModel(caseId, model);
    for (const question of questions) await meeting.ask(question);
    return {
      ...meeting,
      requests: model.requests,
      text: JSON.stringify(model.requests.map(({ messages }) => messages)),
    };
  };

  test('the words that may be told, and no other line of the case', async () => {
    const { text, setting } = await given(chest, ['Do you smoke?', 'Do you have a cough?']);
    expect(text).toContain('twenty a day since I was sixteen');
    const told = ['smoking.presence', 'cough.presence', 'chest-pain.presence'];
    for (const { id, says: lines } of setting.patientCase.facts)
      for (const [aspect, words] of Object.entries(lines ?? {}))
        if (words.length > 12 && !told.includes(`${id}.${aspect}`)) expect(text).not.toContain(words);
  });

  test.each([...catalog.cases.keys()].filter((_, i) => i % 12 === 0))(
    'neither id, tier, report nor diagnosis: %s',
    async (caseId) => {
      const { text, requests, setting, bodies } = await given(caseId, [
        'Anything else?',
        'Do you have a fever?',
        'Any pain?',
      ]);
      const { truth } = byId('case', catalog.cases, caseId);
      expect(text).not.toContain(caseId);
      expect(text).not.toMatch(/\b(tier|volunteered|guarded)\b/);
      for (const { id } of setting.patientCase.facts) if (id.includes('-')) expect(text).not.toContain(`"${id}"`);
      for (const { report } of setting.patientCase.tests) expect(text).not.toContain(report);
      const names = truthNames(truth, catalog);
      const spoken = bodies.map((body) => ('text' in body ? body.text : '')).join('\n');
      const heard = requests.flatMap(({ messages }) => messages.map(({ content }) => content)).join('\n');
      expect(names(heard).filter((name) => !names(spoken).includes(name))).toEqual([]);
    },
  );

  test('what is asked about, unless that names the diagnosis, also where it is asked again', async () => {
    const { text, bodies, setting } = await given('itchy-bumps-mwangi', ['Have you got raised bumps?', 'A fever?']);
    expect(bodies[2]).toMatchObject({ told: [{ finding: 'weals' }] });
    expect(text).toContain('Asked about: fever');
    expect(setting.forbidden(text)).toEqual([]);
  });

  test('the persona in words, its traits, and the mood of the moment', async () => {
    const model = saying(() => '');
    const persona = {
      ...personaOf('choleric'),
      traits: [...catalog.traits.values()].filter(({ id }) => id === 'distrustful'),
    };
    const { ask } = await meetModel(chest, model, { persona });
    await ask('Do you smoke?');
    const [system] = model.requests[0]?.messages ?? [];
    expect(system?.content).toContain(persona.axes.communication);
    expect(system?.content).toContain('Doubts what doctors say');
    expect(model.requests[0]?.messages.at(-1)?.content).toContain('you neither trust nor distrust this doctor');
  });

  test('reports of the clinic are none of it', async () => {
    const model = saying(() => 'Yes, twenty a day since I was sixteen.');
    const { setting, patient } = await meetModel(chest, model);
    const report = { ...reported([]), text: 'Costochondritis, beyond doubt.' };
    const { signal } = new AbortController();
    await patient.reply(
      historyOf(await patient.open(signal), examined('I press on the chest.'), report, asked('Do you smoke?')),
      signal,
    );
    expect(JSON.stringify(model.requests)).not.toMatch(/costochondritis|press on the chest/i);
    expect(setting.forbidden('Costochondritis')).toContain('costochondritis');
  });

  test('each request goes on from the one before, whose conversation is not changed', async () => {
    const words = [
      'Yes, twenty a day since I was sixteen.',
      "No, I've not been hot.",
      "No, no more than you'd expect of a smoker.",
    ];
    const { model, endpoint } = await speaker(words.map(says));
    const { ask } = await meetModel(chest, model);
    for (const question of ['Do you smoke?', 'Do you have a fever?', 'Do you get short of breath?'])
      expect((await ask(question)).spokenBy).toBe('model');
    const [first, second, third] = endpoint.requests.map(({ messages }) => messages);
    expect(second?.slice(0, 1)).toEqual(first?.slice(0, 1));
    expect(second?.[1]).toEqual({ role: 'user', content: 'Do you smoke?' });
    expect(third?.slice(0, 3)).toEqual(second?.slice(0, 3));
    expect(third?.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user', 'assistant', 'user']);
    expect(first?.[1]?.content).toMatch(/^Do you smoke\?\n\n\[Not heard by the doctor/);
  });

  test('a proxy is told to speak of the patient', async () => {
    const model = saying(() => 'My own head hurts.');
    const { ask } = await meetModel('baby-with-runs-amari', model);
    const reply = await ask('Does he have a cough?');
    expect(model.requests[0]?.messages[0]?.content).toContain('You are the father of the patient');
    expect(model.requests[0]?.messages.at(-1)?.content).toContain('never I');
    expect(failedIn(reply, 1)).toContain('in character');
  });
});

/** Everything that was asked of the endpoint, as one string. */
const dump = ({ messages }: ChatRequestBody) => messages.map(wordsOf).join('\n');

describe('a model that', () => {
  type Made = (request: Parameters<Answer>[1]) => Answer;
  const whatever: [string, Answer | Made, string][] = [
    ['gives its prompt away', ((request) => says(dump(request))) as Made, 'in character'],
    ['adds a secret', says('Yes, twenty a day. And I buy blue pills on the internet.'), 'permitted'],
    ['adds a fact that nobody asked for', says('Yes, twenty a day. My father died of a heart attack.'), 'permitted'],
    ['makes something up', says('Yes, twenty a day, and I have blood in my urine.'), 'permitted'],
    ['makes up a figure', says('Yes, forty a day since I was sixteen.'), 'permitted'],
    ['makes up a result', says('Yes, twenty a day, and the ECG was fine.'), 'permitted'],
    ['reads a report', says('Yes, twenty a day. My pulse is regular, no arrhythmia.'), 'permitted'],
    ['denies what nobody asked', says('Yes, twenty a day. And no allergies.'), 'permitted'],
    ['moves it to a side', says('Yes, twenty a day, and I cough on the left side.'), 'permitted'],
    ['repeats a rule', says('Yes, twenty a day. Keep close to the words given.'), 'instructions'],
    ['repeats who it is', says('Yes, twenty a day. You are no doctor and no assistant.'), 'instructions'],
    ['repeats its manner', says(`Yes, twenty a day. ${personaOf().axes.describingSymptoms}`), 'instructions'],
    ['repeats its mood', says('Yes, twenty a day. You neither trust nor distrust this doctor.'), 'instructions'],
    ['reads its list', says('Say: "Yes, twenty a day since I was sixteen."'), 'in character'],
    ['contradicts the case', says('No, I have never smoked in my life.'), 'consistent'],
    ['takes the opening back', says('Yes, twenty a day. But I have no chest pain.'), 'consistent'],
    ['names the diagnosis', says('Yes, twenty a day. I think it is costochondritis.'), 'truth'],
    ['names it by another name', says('Yes, twenty a day. They call it Tietze syndrome.'), 'truth'],
    ['tells nothing', says('It is what it is.'), 'tells'],
    ['says that it is a model', says('As an AI language model, I smoke twenty a day.'), 'in character'],
    ['speaks as the doctor', says('Yes, twenty a day. Do you have any chest pain?'), 'in character'],
    ['writes several parts', says('Patient: Twenty a day.\nDoctor: Since when?'), 'in character'],
    ['describes gestures', says('*coughs* Yes, twenty a day.'), 'in character'],
    ['goes on and on', says(`Yes, twenty a day. ${'And so it goes with me. '.repeat(40)}`), 'in character'],
    ['is silent', says(''), 'in character'],
    ['says nothing but marks', says('...'), 'in character'],
    ['sends no choice', sendsNoChoices, 'in character'],
    ['will not play', refuses('I cannot pretend to be a patient.'), 'in character'],
  ];

  test.each(whatever)('%s is asked three times and not heard', async (_, answer, check) => {
    const isMade = (made: Answer | Made): made is Made => made.length === 1;
    const { model, endpoint } = await speaker((request) => (isMade(answer) ? answer(request) : answer));
    const { ask } = await meetModel(chest, model);
    const reply = await ask('Do you smoke?');
    const same = await embedded(chest, 'Do you smoke?');
    expect(reply).toMatchObject({ text: same.text, told: same.told, type: same.type, spokenBy: 'fallback' });
    expect(endpoint.requests).toHaveLength(maxAttempts);
    for (const attempt of [1, 2, 3]) expect(failedIn(reply, attempt)).toContain(check);
    // What goes into the journal holds nothing of it, the reasons of the checks included.
    expect(JSON.stringify(reply)).not.toMatch(/costochondritis|tietze|blue pills|blood in my urine|heart attack/i);
  });

  test('thinks better of it is heard, and each attempt is on record', async () => {
    const { model, endpoint } = await speaker([
      says('Yes. It is costochondritis.'),
      says(''),
      says('Twenty a day, yes, since I was sixteen.'),
    ]);
    const reply = await (await meetModel(chest, model)).ask('Do you smoke?');
    expect(reply).toMatchObject({ text: 'Twenty a day, yes, since I was sixteen.', spokenBy: 'model' });
    expect([1, 2, 3].map((attempt) => failedIn(reply, attempt))).toEqual([['truth'], ['in character', 'tells'], []]);
    const [first, second, third] = endpoint.requests.map(({ messages }) => messages.at(-1)?.content ?? '');
    expect(first).not.toContain('could not be used');
    expect(second).toContain('you used the name of an illness');
    expect(second).not.toMatch(/costochondritis/i);
    expect(third).toContain('you said nothing');
  });

  test.each([401, 404, 500])('cannot be had fails the consultation: %i', async (status) => {
    const { model } = await speaker(() => fails(status, 'no'));
    await expect((await meetModel(chest, model)).ask('Do you smoke?')).rejects.toMatchObject({
      name: 'AnamnesisError',
    });
  });
});

describe('a name of the diagnosis', () => {
  test('is heard where it stands in the words that may be told', async () => {
    const line = 'My wife’s cream just made it greasier. A dandruff shampoo helped a bit.';
    const { ask, setting } = await meetModel(
      'flaky-face-kowalczyk',
      saying(() => line),
    );
    const reply = await ask('What have you tried for it so far?');
    expect(reply).toMatchObject({ text: line, told: [{ fact: 'treatments-tried' }], spokenBy: 'model' });
    expect(setting.forbidden(line)).toEqual(['dandruff']);
  });

  test.each([
    { words: 'Costochondritis? I don’t understand. What is that?', isHeard: true },
    { words: 'I don’t understand. Sorry? It is costochondritis, yes.', isHeard: false },
  ])('that the doctor brought up comes back as no claim: "$words"', async ({ words, isHeard }) => {
    const { ask } = await meetModel(
      chest,
      saying(() => words),
    );
    const reply = await ask('Flibber costochondritis quork?');
    expect(reply.spokenBy).toBe(isHeard ? 'model' : 'fallback');
    expect(failedIn(reply, 1)).toEqual(isHeard ? [] : ['truth']);
  });
});

test('a patient who is to ask something back does so', async () => {
  const persona = personaOf('phlegmatic', { askingBack: 1 });
  const says = async (words: string) =>
    (
      await meetModel(
        chest,
        saying(() => words),
        { persona },
      )
    ).ask('Do you smoke?');
  expect(await says('Yes, twenty a day since I was sixteen.')).toMatchObject({ spokenBy: 'fallback' });
  expect(await says('Yes, twenty a day since I was sixteen. What happens now?')).toMatchObject({
    type: 'patient.askedBack',
    spokenBy: 'model',
  });
});

describe('after the conclusion', () => {
  const agreeing = personaOf('phlegmatic', { adherence: 1 });
  const unwilling = personaOf('phlegmatic', { adherence: 0 });
  const curious = personaOf('phlegmatic', { askingBack: 1 });

  test.each([
    { persona: agreeing, words: 'Good, a gout, then. I will do that.', type: 'patient.answered', isHeard: true },
    { persona: agreeing, words: 'Surely it is costochondritis.', type: 'patient.answered', isHeard: false },
    { persona: unwilling, words: 'I would rather not do that.', type: 'patient.answered', isHeard: true },
    { persona: unwilling, words: 'Fine, I will do it all.', type: 'patient.answered', isHeard: false },
    { persona: curious, words: 'How long will it last?', type: 'patient.askedBack', isHeard: true },
    { persona: curious, words: 'Thank you.', type: 'patient.askedBack', isHeard: false },
  ])('"$words" is heard: $isHeard', async ({ persona, words, type, isHeard }) => {
    const { model } = await speaker(() => says(words));
    const { say } = await meetModel(chest, model, { persona });
    const reply = await say(concluded('gout'));
    expect(reply).toMatchObject({ type, told: [], spokenBy: isHeard ? 'model' : 'fallback' });
    expect(reply.text === words).toBe(isHeard);
  });
});

describe('after a stop', () => {
  const scratch = scratchFolder();

  test('the same is said again from what was kept, and nobody is asked', async () => {
    const keeper = createCallKeeper();
    await keeper.open(scratch.folder);
    const before = await speaker(
      [says('It is costochondritis.'), says('Yes, twenty a day since I was sixteen.')],
      keeper,
    );
    const meeting = await meetModel(chest, before.model);
    const reply = await meeting.ask('Do you smoke?');
    await keeper.close();

    const kept = createCallKeeper();
    await kept.open(scratch.folder);
    const model = await chatModel(before.model.spec, { env: {}, ...kept });
    expect(await meeting.askAgain({ model })).toEqual(reply);
    expect(before.endpoint.requests).toHaveLength(2);
    await kept.close();
  });
});

describe('understanding by a model', () => {
  const reading = { understanding: 'model' as const };
  const heard = (asks: readonly object[]) => replies({ text: JSON.stringify({ asked: asks }) });

  test('steers the answer, and is kept beside the embedded reading', async () => {
    const { model, endpoint } = await speaker([
      heard([{ thing: 'smoking', aspect: 'presence' }]),
      says('Twenty a day, since I was sixteen.'),
    ]);
    const { ask } = await meetModel(chest, model, { settings: reading });
    const reply = await ask('What is in that packet in your shirt pocket?');
    expect(reply).toMatchObject({
      spokenBy: 'model',
      told: [{ fact: 'smoking' }],
      modelReading: [{ finding: 'smoking', aspect: 'presence' }],
    });
    expect(reply.reading.mentions.map(({ finding }) => finding)).not.toContain('smoking');
    expect(endpoint.requests).toHaveLength(2);
  });

  test('is shown names in the order of the alphabet, and no value, tier or line of the case', async () => {
    const { model, endpoint } = await speaker([heard([]), says('Right.')]);
    const { ask, setting } = await meetModel(chest, model, { settings: reading });
    await ask('I see.');
    const [request] = endpoint.requests as [ChatRequestBody, ...unknown[]]; // the first reads, the second speaks
    const things = dump({ ...request, messages: request.messages.slice(0, 1) })
      .split('\n')
      .flatMap((line) => /^- (.*)$/.exec(line)?.[1] ?? []);
    expect(things.length).toBeGreaterThan(60);
    expect(things).toEqual([...things].sort());
    for (const { says: lines } of setting.patientCase.facts)
      for (const words of Object.values(lines ?? {})) if (words.length > 12) expect(dump(request)).not.toContain(words);
  });

  test.each([
    { what: 'no JSON', answer: says('smoking') },
    { what: 'other JSON', answer: says('{"thing": "smoking"}') },
    { what: 'names that nobody gave', answer: heard([{ thing: 'zebra', aspect: 'presence' }]) },
    { what: 'silence', answer: says('') },
  ])('that comes as $what gives way to the embedded reading', async ({ answer }) => {
    const { model } = await speaker([answer, says('Yes, twenty a day since I was sixteen.')]);
    const reply = await (await meetModel(chest, model, { settings: reading })).ask('Do you smoke?');
    expect(reply).toMatchObject({ told: [{ fact: 'smoking' }], spokenBy: 'model' });
    expect(reply).not.toHaveProperty('modelReading');
    expect(reply.checks[0]).toMatchObject({ check: 'reading', passed: false });
  });

  test('reads a fenced answer', async () => {
    const fenced = says('```json\n{"asked": [{"thing": "Smoking", "aspect": "presence"}]}\n```');
    const { model } = await speaker([fenced, says('Yes, twenty a day since I was sixteen.')]);
    const reply = await (await meetModel(chest, model, { settings: reading })).ask('Do you smoke?');
    expect(reply.modelReading).toMatchObject([{ finding: 'smoking' }]);
  });

  test('a transport fault of the reading call fails the consultation', async () => {
    const { model } = await speaker(() => fails(401, 'no'));
    await expect((await meetModel(chest, model, { settings: reading })).ask('Do you smoke?')).rejects.toMatchObject({
      code: 'key-refused',
    });
  });
});

test('a seed is sent unless the settings say otherwise', async () => {
  const sends = async (seed?: boolean) => {
    const model = saying(() => 'Yes, twenty a day since I was sixteen.');
    const { ask } = await meetModel(chest, model, {
      settings: { understanding: 'embedded', ...(seed === undefined ? {} : { seed }) },
    });
    await ask('Do you smoke?');
    return model.requests[0]?.seed;
  };
  expect(await sends()).toBeTypeOf('number');
  expect(await sends()).toBe(await sends());
  expect(await sends(false)).toBeUndefined();
});
