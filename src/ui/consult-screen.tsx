import { useSelector } from '@xstate/react';
import { Text, useInput } from 'ink';
import type { Assessment } from '../assessor/assessment.ts';
import type { Consultation } from '../consultation/consult.ts';
import { doctorView, endOf } from '../events/history.ts';
import type { Debrief } from '../report/debrief.ts';
import { Conversation } from './conversation.tsx';
import { DebriefScreen } from './debrief-screen.tsx';
import type { Desk } from './desk.ts';
import type { ScreenSize } from './full-screen.tsx';
import { ConclusionSoFar } from './parts/conclusion-so-far.tsx';
import { Help } from './parts/help.tsx';
import { InputLine } from './parts/input-line.tsx';
import { progressText } from './progress-text.ts';
import { promptFor } from './prompts.ts';
import { useDraft } from './use-draft.ts';
import { useScroll } from './use-scroll.ts';

export interface ConsultScreenProps {
  readonly consultation: Consultation<Assessment>;
  readonly desk: Desk;
  /** Null until the consultation is assessed. */
  readonly debrief: Debrief | null;
  readonly size: ScreenSize;
}

/** Knows the consultation and the desk, and which keys go where; leaves the drawing to others. */
export function ConsultScreen({ consultation, desk, debrief, size }: ConsultScreenProps) {
  const seat = useSelector(desk, (snapshot) => snapshot);
  // The history is complete before the actor's watchers hear of it, so any change of the actor draws it.
  const { context } = useSelector(consultation.actor, (snapshot) => snapshot);
  const { maxTurns } = context.protocol;
  const { call, notice, draft: conclusion } = seat.context;
  const isDebriefing = seat.matches('debriefing') && debrief !== null;
  const isTyping = seat.matches('consulting') || seat.matches('leaving');
  const scroll = useScroll([size.columns, size.rows]);
  const draft = useDraft({
    isActive: isTyping,
    onSubmit: (line) => {
      // Between a question and its answer there is nobody to hear.
      if (desk.getSnapshot().context.call === null) return false;
      desk.send({ type: 'typed', line });
      scroll.by(Number.NEGATIVE_INFINITY);
      return true;
    },
  });
  useInput((input, key) => {
    if (key.ctrl && input === 'c') desk.send({ type: 'interrupted' });
    else if (isDebriefing) return;
    else if (key.pageUp) scroll.by(scroll.page);
    else if (key.pageDown) scroll.by(-scroll.page);
    else if (isTyping && key.escape) desk.send({ type: 'escaped' });
    else if (seat.matches('helping') || (seat.matches('ended') && key.return)) desk.send({ type: 'continued' });
  });

  if (isDebriefing)
    return <DebriefScreen size={size} debrief={debrief} onClose={() => desk.send({ type: 'continued' })} />;
  if (!consultation.history.some(({ type }) => type === 'patient.opened')) return <Text>The patient comes in…</Text>;
  const end = endOf(consultation.history)?.how ?? null;
  const prompt = promptFor(seat.value, { call, maxTurns, end, written: conclusion });
  return (
    <Conversation
      size={size}
      view={doctorView(consultation.history)}
      scroll={scroll}
      progress={progressText(context.progress, maxTurns)}
      notice={notice ?? prompt.question}
      hints={prompt.hints}
      page={seat.matches('helping') ? <Help maxTurns={maxTurns} /> : null}
    >
      {seat.matches({ consulting: 'concluding' }) && <ConclusionSoFar conclusion={conclusion} />}
      {isTyping && (
        <InputLine draft={draft} width={size.columns - 2} waiting={call === null ? 'The patient is thinking…' : null} />
      )}
    </Conversation>
  );
}
