import { Check, Rubric } from '../rubric.ts';
import { commentedYaml } from './commented.ts';

/** A rubric to begin with: three dimensions, five criteria, all graded by rule. */
export function rubricStarter(id: string): string {
  const rubric: Rubric = {
    id,
    title: 'A first consultation, as I would have it',
    source: 'written for my course',
    dimensions: [
      {
        id: 'history',
        title: 'Taking the history',
        criteria: [
          {
            id: 'symptoms',
            text: 'Asks about at least four symptoms.',
            points: 1,
            check: { rule: 'asked', kinds: ['symptom'], atLeast: 4 },
          },
          {
            id: 'medicines',
            text: 'Asks which medicines the patient takes, and about allergies.',
            points: 2,
            check: { rule: 'asked', findings: ['current-medicines', 'allergies'], atLeast: 2 },
          },
        ],
      },
      {
        id: 'relationship',
        title: 'Relationship',
        criteria: [
          {
            id: 'worries',
            text: 'Finds out what the patient thinks it is, fears or hopes for.',
            points: 2,
            check: { rule: 'respects-wishes', findings: ['ideas', 'concerns', 'expectations'] },
          },
          {
            id: 'civil',
            text: 'Is civil or kind, and asks in questions that can be followed.',
            points: 1,
            check: { rule: 'respectful', maxWords: 40 },
          },
        ],
      },
      {
        id: 'conclusion',
        title: 'Conclusion',
        criteria: [
          {
            id: 'reasons',
            text: 'Says on which findings the diagnosis rests.',
            points: 2,
            check: { rule: 'explains-basis', atLeast: 2 },
          },
        ],
      },
    ],
  };
  return commentedYaml(rubric, Rubric, {
    head: [
      'What a good consultation has. Score: points met / points possible, over all dimensions.',
      'Ids of findings: anamnesis list findings.',
    ],
    foot: [
      'All rules that can grade a criterion, each with its keys:',
      ...Check.options.map((option) => {
        const { rule, ...keys } = option.shape;
        const names = Object.keys(keys);
        return `  ${rule.value}${names.length > 0 ? ` (${names.join(', ')})` : ''}: ${option.description}`;
      }),
      '',
      'A criterion without `check` is for a judge. Without `--judge` it stays ungraded, and the score is given as bounds.',
      '  - id: summary',
      '    text: Sums up what the patient said, and asks whether it is right.',
      '    points: 1',
      '',
      'One figure that a wrong diagnosis shuts, whatever else went well; the weights sum to 1:',
      'composite:',
      '  outcome: 0.5',
      '  process: {mustAsk: 0.2, rubric: 0.3}',
    ],
  });
}
