import type { Doctor } from '../../doctor/doctor.ts';
import type { DoctorAct } from '../../events/act.ts';
import type { ScriptTurn } from './flaw-line.ts';

/** A doctor that says what its script says, whatever it is answered, and nothing after its conclusion. */
export function scriptedDoctor(script: readonly ScriptTurn[]): Doctor {
  return {
    act: async ({ view }) => {
      const said = view.lines.filter(({ speaker }) => speaker === 'doctor').length;
      const turn = script[said];
      if (!turn) throw new Error(`a script of ${script.length} turns was asked for turn ${said + 1}`);
      return { act: actOf(turn), usage: null };
    },
  };
}

function actOf({ act, text, conclusion }: ScriptTurn): DoctorAct {
  if (act !== 'conclude') return { kind: act, text, form: 'words' };
  if (!conclusion) throw new Error('a turn that concludes has a conclusion');
  return { kind: 'conclude', text, form: 'words', conclusion };
}
