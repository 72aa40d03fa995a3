import { Phrases } from '../persona.ts';
import { Trait } from '../trait.ts';
import { levelInWords } from '../trait-levels.ts';
import { commentedYaml } from './commented.ts';

/** A trait to begin with: the shipped one of its dimension and level under an id of one's own. */
export function traitStarter(id: string, shipped: Trait): string {
  const { dimension, level, phrases } = shipped;
  const example = ['phrases:', '  unsure:', '    - "I really couldn\'t tell you."', '    - "I don\'t know, sorry."'];
  return commentedYaml({ ...shipped, id, title: `${shipped.title}, in words of my own` }, Trait, {
    head: [
      `Lies over any temperament that it does not contradict: sanguine+${id}, sanguine+cefr-b+${id}, …`,
      `What ${dimension} ${level} does: ${levelInWords({ dimension, level })}.`,
    ],
    foot: phrases
      ? [
          `Other pools: ${Object.keys(Phrases.shape)
            .filter((pool) => !(pool in phrases))
            .join(', ')}.`,
        ]
      : [
          'Words of its own, in place of the temperament’s:',
          ...example,
          `Pools: ${Object.keys(Phrases.shape).join(', ')}.`,
        ],
  });
}
