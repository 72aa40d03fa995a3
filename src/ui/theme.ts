const colours = {
  patient: 'cyan',
  doctor: 'green',
  clinic: 'yellow',
  notice: 'magenta',
  good: 'green',
  bad: 'red',
} as const;

/** The colour of a role, for a `Text`; none where NO_COLOR is set. Whatever a colour says, a word beside it says too. */
export function paint(role: keyof typeof colours): { color?: string } {
  return process.env.NO_COLOR ? {} : { color: colours[role] };
}
