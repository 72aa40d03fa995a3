import { contradictions } from '../combine.ts';
import { Persona, temperaments } from '../persona.ts';
import { commentedYaml } from './commented.ts';

/** A persona to begin with: the shipped temperament's dials and phrases under an id of one's own. */
export function personaStarter(id: string, shipped: Persona): string {
  const { temperament } = shipped;
  const refused = contradictions.filter(({ one }) => one === temperament);
  const persona: Persona = { ...shipped, id, title: `A ${temperament} patient of my own` };
  return commentedYaml(persona, Persona, {
    head: [
      `How a patient behaves, whatever the case. It begins as the shipped \`${temperament}\` does: change what is different.`,
      'Nobody is a caricature: what a patient says should be what somebody would say.',
    ],
    foot: [
      `Other temperaments: ${temperaments.filter((other) => other !== temperament).join(', ')}.`,
      ...refused.map(({ other, why }) => `It does not combine with ${other}: ${why}.`),
    ],
  });
}
