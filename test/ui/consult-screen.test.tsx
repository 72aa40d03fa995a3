import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessor/assessment.ts';
import { createConsultation } from '../../src/consultation/consult.ts';
import { humanDoctor } from '../../src/doctor/human.ts';
import { isDoctorsAct, type PatientReply } from '../../src/events/event.ts';
import type { Debrief } from '../../src/report/debrief.ts';
import { ConsultScreen } from '../../src/ui/consult-screen.tsx';
import { createDesk } from '../../src/ui/desk.ts';
import { assessmentOf } from '../support/assessment.ts';
import {
  answers,
  asksBack,
  leaves,
  protocolOf,
  reports,
  scriptedPatient,
  stoppedClock,
} from '../support/consultation.ts';
import { drawn, keys } from '../support/screen.tsx';
import { until } from '../support/until.ts';

const debrief: Debrief = {
  verdict: 'right',
  said: 'tonsillitis',
  truth: 'tonsillitis',
  remarks: [],
  turns: [],
  information: null,
  mustAsk: { of: 0, missed: [] },
  redFlags: { of: 0, missed: [] },
  untold: [],
  unreported: [],
  criteria: [],
};

/** A person at the screen of a consultation, with a patient who reads from a script. */
function sitDown({
  patient = [answers],
  maxTurns = 3,
  size = { columns: 80, rows: 24 },
}: {
  patient?: PatientReply[];
  maxTurns?: number;
  size?: { columns: number; rows: number };
} = {}) {
  const human = humanDoctor();
  const consultation = createConsultation<Assessment>({
    run: 'run',
    id: 'consultation',
    protocol: protocolOf({ maxTurns }),
    doctor: human.doctor,
    patient: scriptedPatient(patient),
    clinic: { report: () => reports },
    assess: async () => assessmentOf(),
    clock: stoppedClock,
    append: () => {},
  });
  const desk = createDesk(consultation, human);
  const tree = (worked: Debrief | null) => (
    <ConsultScreen consultation={consultation} desk={desk} debrief={worked} size={size} />
  );
  const screen = drawn(tree(null));
  const result = consultation.start();
  return {
    ...screen,
    desk,
    result,
    acts: () => consultation.history.filter(isDoctorsAct).map(({ text }) => text),
    /** Types lines, each when the last one is dealt with. */
    type: async (...lines: readonly string[]) => {
      for (const line of lines) {
        await until(() => expect(desk.getSnapshot().context.call).not.toBeNull());
        await screen.press(line, keys.enter);
      }
    },
    handIn: () => screen.rerender(tree(debrief)),
  };
}

describe('the screen of a consultation', () => {
  test('shows the patient, takes a question, and shows the answer', async () => {
    const room = sitDown();
    await room.shows('My throat hurts.');
    expect(room.frame()).toContain('30-year-old woman, a general practice');
    expect(room.frame()).toContain('turn 1 of 3');
    await room.type('Do you have a fever?');
    await room.shows('Yes, since Monday.');
    await room.shows('turn 2 of 3');
    expect(room.frame()).toMatch(/^ you {7}Do you have a fever\?/m);
  });

  test('goes from questions over examination and test to the conclusion, the end and the debrief', async () => {
    const room = sitDown();
    await room.type('Since when?', '/examine the throat', '/diagnose tonsillitis');
    await room.shows('What else could it be?');
    await room.type('flu');
    await room.shows('What does your diagnosis rest on?');
    expect(room.frame()).toMatch(/Diagnosis: tonsillitis\n Differential: flu\n/);
    await room.type('the throat', 'rest');
    await room.shows('When should the patient come back');
    await room.type('if you choke');
    await room.shows('The consultation is over.');
    expect(room.frame()).toContain('I think this is tonsillitis. Rest. If you choke.');
    expect(await room.result).toMatchObject({ outcome: 'done' });
    expect(room.acts()).toEqual(['Since when?', 'the throat', 'I think this is tonsillitis. Rest. If you choke.']);
    await room.press(keys.enter);
    await room.shows('Working out the debrief…');
    room.handIn();
    await room.shows('RIGHT: you said “tonsillitis”.');
    await room.press('q');
    await until(() => expect(room.desk.getSnapshot().status).toBe('done'));
  });

  test('asks for the diagnosis alone once the turns are spent', async () => {
    const room = sitDown({ maxTurns: 1 });
    await room.type('Since when?');
    await room.shows('Your turn is spent: only a diagnosis is taken now. What is it?');
    expect(room.frame()).toContain('1 of 1 turns spent');
  });

  test('asks for an answer where the patient asks back after the conclusion', async () => {
    const room = sitDown({ patient: [asksBack, answers] });
    await room.type('/diagnose flu', '', '', '', '');
    await room.shows('The patient asks something back: answer in plain words.');
    await room.type('No, it is not.');
    await room.shows('The consultation is over.');
    expect(room.acts().at(-1)).toBe('No, it is not.');
  });

  test('says that the patient has left', async () => {
    const room = sitDown({ patient: [leaves] });
    await room.type('Get on with it!');
    await room.shows('The patient has left; the consultation is over.');
    expect(room.frame()).toContain('I am going home.');
  });

  test('takes a pasted text of several lines as one question', async () => {
    const room = sitDown();
    await room.shows('plain words ask');
    await room.press('Any fever?\nAny cough?\r\nAny rash?');
    await room.shows('> Any fever? Any cough? Any rash?');
    expect(room.acts()).toEqual([]);
    await room.type('');
    await room.shows('Yes, since Monday.');
    expect(room.acts()).toEqual(['Any fever? Any cough? Any rash?']);
  });

  test('keeps the conversation and the hints in sight however long the draft is', async () => {
    const room = sitDown();
    await room.shows('plain words ask');
    await room.press('and what else have you noticed '.repeat(60));
    await room.shows('noticed');
    const rows = room.frame().split('\n');
    expect(rows).toHaveLength(23);
    for (const words of ['30-year-old woman', 'My throat hurts.', 'plain words ask'])
      expect(room.frame()).toContain(words);
  });

  test('shows help in place of what was said, and goes back with any key', async () => {
    const room = sitDown();
    await room.type('/help');
    await room.shows('How to consult');
    expect(room.frame()).not.toContain('My throat hurts.');
    await room.press('x');
    await room.shows('My throat hurts.');
    expect(room.frame()).not.toContain('> x');
  });

  test('says what is wrong with a command, until the next line', async () => {
    const room = sitDown();
    await room.type('/exmine the throat');
    await room.shows('There is no /exmine; did you mean /examine?');
    await room.type('/examine the throat');
    await room.hides('There is no /exmine');
  });

  test('scrolls back through what was said, and comes back with the next line', async () => {
    const room = sitDown({ maxTurns: 20, size: { columns: 80, rows: 12 } });
    for (let i = 1; i <= 6; i++) {
      await room.type(`Question ${i}?`);
      await room.shows(`turn ${i + 1} of`);
    }
    expect(room.frame()).not.toContain('My throat hurts.');
    await room.press(keys.pageUp, keys.pageUp, keys.pageUp, keys.pageUp);
    await room.shows('My throat hurts.');
    expect(room.frame()).toMatch(/── \d+ lines back; PgDn for the latest/);
    await room.type('Question 7?');
    await room.shows('Question 7?');
    await room.hides('lines back');
  });

  test('asks before it is left with /quit, and is left at once with Ctrl-C', async () => {
    const room = sitDown();
    await room.type('/quit');
    await room.shows('Leave? What was said is kept, and you can go on later. (y/n)');
    await room.press('n', keys.enter);
    await room.hides('Leave?');
    expect(room.desk.getSnapshot().status).toBe('active');
    await room.press(keys.ctrlC);
    await until(() => expect(room.desk.getSnapshot().status).toBe('done'));
  });
});
