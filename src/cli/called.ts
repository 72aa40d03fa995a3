/** Ways of npm to call a program that no shell finds by its name alone: `npx anamnesis`, and `npm start` in a clone. */
const byNpm = new Set(['exec', 'start']);

/**
 * Text for whoever called us, each command in it as it can be called again: a clone has `anamnesis` nowhere in the path.
 *
 * @param npmCommand the command of npm that called us, which npm says in `npm_command`
 */
export function asCalled(text: string, npmCommand = process.env.npm_command): string {
  return byNpm.has(npmCommand ?? '') ? text.replace(/(?<!npx )\banamnesis (?=[a-z-])/g, 'npx anamnesis ') : text;
}
