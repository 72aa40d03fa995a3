import { Box, Text, useInput } from 'ink';
import type { ReactNode } from 'react';
import type { Debrief } from '../report/debrief.ts';
import type { ScreenSize } from './full-screen.tsx';
import { Rule } from './parts/rule.tsx';
import { TurnTable } from './parts/turn-table.tsx';
import type { DoctorName } from './parts/utterance.tsx';
import { Viewport } from './parts/viewport.tsx';
import { Words } from './parts/words.tsx';
import { paint } from './theme.ts';
import { readOn, useScroll } from './use-scroll.ts';

const share = (value: number | null) => (value === null ? 'none to be had' : value.toFixed(2));

interface DebriefScreenProps {
  readonly size: ScreenSize;
  readonly debrief: Debrief;
  /** Whose consultation it was; `you` for the person at the keyboard. */
  readonly doctor?: DoctorName;
  readonly onClose: () => void;
}

/** After the consultation: right or wrong, what each turn was worth, and what was never asked. */
export function DebriefScreen({ size, debrief, doctor = 'you', onClose }: DebriefScreenProps) {
  const scroll = useScroll([size.columns, size.rows]);
  useInput((input, key) => {
    if (key.return || key.escape || input === 'q') onClose();
    else readOn(scroll, input, key);
  });
  return (
    <Box width={size.columns} height={size.rows - 1} flexDirection="column" paddingX={1}>
      <Verdict debrief={debrief} who={names[doctor]} />
      <Rule />
      <Viewport scroll={scroll} rests="start">
        <Turns debrief={debrief} who={names[doctor]} />
        <Information debrief={debrief} />
        <Missed debrief={debrief} />
        <Criteria debrief={debrief} />
      </Viewport>
      <Rule />
      <Box flexShrink={0}>
        <Text dimColor wrap="truncate-end">
          ↑ ↓ PgUp PgDn scroll Enter closes
        </Text>
      </Box>
    </Box>
  );
}

const names: Readonly<Record<DoctorName, string>> = { you: 'you', doctor: 'the doctor' };

const verdicts = { right: 'RIGHT', wrong: 'WRONG', none: 'NO DIAGNOSIS' } as const;

function Verdict({ debrief: { verdict, said, truth, remarks }, who }: { debrief: Debrief; who: string }) {
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Words>
        <Text bold {...paint(verdict === 'right' ? 'good' : 'bad')}>
          {verdicts[verdict]}
        </Text>
        {said === null ? '' : `: ${who} said ${quoted(said)}`}
        {`. The diagnosis is ${truth}.`}
      </Words>
      {remarks.map((remark) => (
        <Words key={remark}>{remark}</Words>
      ))}
    </Box>
  );
}

function Turns({ debrief: { turns, information }, who }: { debrief: Debrief; who: string }) {
  if (turns.length === 0) return <Section title="Turns">{`Nothing was asked before ${who} concluded.`}</Section>;
  return (
    <Section title="Turns, in bits: what a question could be expected to tell, and by how much the doubt fell">
      <TurnTable turns={turns} />
      {information === null && <Text>No figures: the diagnosis is outside the knowledge base.</Text>}
    </Section>
  );
}

function Information({ debrief: { information } }: { debrief: Debrief }) {
  if (information === null) return null;
  const { entropyStartBits, entropyEndBits, truthGainBits, efficiency, coverage } = information;
  return (
    <Section title="Information">
      <Words>{`Doubt: ${entropyStartBits.toFixed(2)} bits at the start, ${entropyEndBits.toFixed(2)} at the end`}</Words>
      <Words>{`Gain towards the truth: ${truthGainBits.toFixed(2)} bits`}</Words>
      <Words>{`Efficiency: ${efficiency === null ? 'nothing priced was asked' : `${efficiency.toFixed(2)} of what the best questions would have brought`}`}</Words>
      <Words>
        {`Coverage of what mattered: history ${share(coverage.question)}, examinations ${share(coverage.examination)}, tests ${share(coverage.test)}`}
      </Words>
    </Section>
  );
}

function Missed({ debrief: { mustAsk, redFlags, untold, unreported } }: { debrief: Debrief }) {
  return (
    <>
      {mustAsk.of > 0 && (
        <Section title={`Must-ask items missed: ${mustAsk.missed.length} of ${mustAsk.of}`}>
          {mustAsk.missed.length > 0 && <Words>{mustAsk.missed.join(', ')}</Words>}
        </Section>
      )}
      {redFlags.missed.length > 0 && (
        <Section title={`Red flags that never came up: ${redFlags.missed.length} of ${redFlags.of}`}>
          <Words>{redFlags.missed.join(', ')}</Words>
        </Section>
      )}
      {untold.length > 0 && (
        <Section title="What the patient never told">
          {untold.map(({ name, words, wasAsked }) => (
            <Item key={`${name} ${words}`}>
              {name === null ? '' : `${name}: `}
              {quoted(words)}
              {wasAsked ? ' (asked, but not told)' : ''}
            </Item>
          ))}
        </Section>
      )}
      {unreported.length > 0 && (
        <Section title="Examinations and tests that would have shown something">
          {unreported.map((name) => (
            <Item key={name}>{name}</Item>
          ))}
        </Section>
      )}
    </>
  );
}

function Criteria({ debrief: { criteria } }: { debrief: Debrief }) {
  if (criteria.length === 0) return null;
  return (
    <Section title="How the consultation was held">
      {criteria.map(({ rubric, text, met, reason }) => (
        <Item key={`${rubric} ${text}`}>
          <Text bold {...(met === 'met' ? paint('good') : met === 'not met' ? paint('bad') : {})}>
            {met}
          </Text>
          {`: ${text} `}
          <Text dimColor>{`(${reason})`}</Text>
        </Item>
      ))}
    </Section>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box flexDirection="column" flexShrink={0} marginBottom={1}>
      <Words>
        <Text bold>{title}</Text>
      </Words>
      {typeof children === 'string' ? <Words>{children}</Words> : children}
    </Box>
  );
}

function Item({ children }: { children: ReactNode }) {
  return (
    <Box flexShrink={0}>
      <Text>· </Text>
      <Box flexGrow={1} flexShrink={1} flexBasis={0}>
        <Words>{children}</Words>
      </Box>
    </Box>
  );
}

function quoted(words: string): string {
  return `“${words}”`;
}
