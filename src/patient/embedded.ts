import { createMind, type EmbeddedSetting, replyOf } from './mind.ts';
import type { Patient } from './patient.ts';
import { speak } from './speak.ts';

/** The rule-driven patient: understand, decide, speak. It knows its facts and nothing of its diagnosis. */
export function embeddedPatient(setting: EmbeddedSetting): Patient {
  const mind = createMind(setting);
  return {
    open: async () => mind.opening(),
    reply: async (history) => {
      const heard = mind.hear(history);
      const decision = mind.decide(heard);
      return replyOf(heard, decision, { text: speak(decision, mind.voice(heard.memory)), checks: [] });
    },
  };
}
