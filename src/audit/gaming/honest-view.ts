import type { Doctor, DoctorReply, DoctorTurn } from '../../doctor/doctor.ts';
import type { DoctorAct } from '../../events/act.ts';
import type { DoctorView, ViewLine } from '../../events/history.ts';

/** What an honest doctor would have said in the place of one act of the doctor that games. */
type OwnWords = readonly { readonly kind: DoctorAct['kind']; readonly text: string }[];

/**
 * A conversation as the honest doctor inside would have had it: in the place of each act its own words, each followed by
 * the whole reply. So it hears all that its disguise was told, and nothing of the disguise.
 *
 * @param own for each act so far, in order; none for what was no act of the honest doctor's
 */
function honestView(view: DoctorView, own: readonly OwnWords[]): DoctorView {
  const lines: ViewLine[] = [];
  let acts = 0;
  let at = 0;
  for (; at < view.lines.length && view.lines[at]?.speaker !== 'doctor'; at++)
    lines.push(...view.lines.slice(at, at + 1));
  while (at < view.lines.length) {
    const next = view.lines.findIndex(({ speaker }, index) => index > at && speaker === 'doctor');
    const end = next < 0 ? view.lines.length : next;
    const replies = view.lines.slice(at + 1, end);
    for (const { kind, text } of own[acts] ?? []) lines.push({ speaker: 'doctor', text, act: kind }, ...replies);
    acts++;
    at = end;
  }
  return { ...view, lines };
}

/** What a doctor that games says, and what of it the honest one inside takes for its own words. */
interface Disguised {
  readonly act: DoctorAct;
  readonly own: OwnWords;
}

/** What a doctor that games may do before it speaks. */
interface Inside {
  /** The next act of the honest doctor, from all that was said so far; `conclude` makes it conclude. */
  next(call?: DoctorTurn['call']): Promise<DoctorAct>;
  /** What it would ask in one turn after the other if nobody answered, up to its first act that is no question. */
  questions(most: number): Promise<DoctorAct[]>;
  /** From 1. */
  readonly turn: number;
  readonly turnsLeft: number;
  readonly call: DoctorTurn['call'];
}

/**
 * A doctor with an honest one inside.
 *
 * @param honest makes the honest doctor; it keeps no state that a view could not give back, so a new one is as good
 */
export function disguised(honest: () => Doctor, plays: (inside: Inside) => Promise<Disguised>): Doctor {
  const own: OwnWords[] = [];
  const one = honest(); // hears a view that only grows; what is imagined beside it needs another
  return {
    act: async ({ view, call, turnsLeft }, signal): Promise<DoctorReply> => {
      const inside: Inside = {
        next: async (wanted = call) =>
          (await one.act({ view: honestView(view, own), call: wanted, turnsLeft }, signal)).act,
        questions: async (most) => {
          const asked: DoctorAct[] = [];
          const imagined = honestView(view, own);
          const other = honest();
          while (asked.length < most) {
            const lines: ViewLine[] = asked.flatMap(({ kind, text }) => [
              { speaker: 'doctor', text, act: kind },
              { speaker: 'patient', text: '…' },
            ]);
            const shown = { ...imagined, lines: [...imagined.lines, ...lines] };
            const { act } = await other.act({ view: shown, call: 'act', turnsLeft }, signal);
            if (act.kind !== 'ask') break;
            asked.push(act);
          }
          return asked;
        },
        turn: own.length + 1,
        turnsLeft,
        call,
      };
      const said = await plays(inside);
      own.push(said.own);
      return { act: said.act, usage: null };
    },
  };
}

/** A doctor that does what the honest one does, in other words. */
export function reworded(honest: () => Doctor, change: (act: DoctorAct, turn: number) => DoctorAct): Doctor {
  return disguised(honest, async ({ next, turn }) => {
    const act = await next();
    return { act: change(act, turn), own: [act] };
  });
}
