import { deniesBefore, deniesIt, isDeniedIn, listBefore, withoutDoubleNegations } from './denial.ts';
import { joint } from './joint.ts';
import { evenly, type Likelihood, likelihoodOf, percentOf } from './likelihood.ts';
import type { Mention, Template } from './mentions.ts';
import { isOfThePast, turnsToPresent } from './past.ts';

/** What a conclusion says of a diagnosis it mentions. */
export interface Standing extends Likelihood {
  /** Denied, ruled out, or of the past: not affirmed. */
  readonly isAside: boolean;
  readonly isPast: boolean;
  /** Stated, 0 to 100. */
  readonly percent: number | null;
}

/** "I cannot make a diagnosis": what stands in such a sentence is no conclusion. */
const refusal =
  /\b(?:(?:can|could|will|would|do|am|is|are|be) not(?: be| able to| possible to| feel able to| want to| wish to)? (?:make|give|offer|provide|name|state|establish|reach|commit|determine\w*|diagnose\w*|say|tell|decide|conclude|assign|settle|distinguish)|unable to (?:make|give|offer|determine|diagnose|say|tell|decide|conclude|commit|reach|provide|name)|not able to (?:make|give|offer|determine|diagnose|say|tell|decide|conclude|commit|reach|provide|name)|no (?:definite |firm |single |clear |final |formal )?(?:diagnosis|conclusion) (?:possible|can|could|is possible|will|may|at|yet|without|from|established|made)|not enough (?:information|data|history|evidence)|is not (?:enough|sufficient)|insufficient (?:information|data|history|evidence)|(?:do|does) not know|diagnosis (?:deferred|unknown|unclear|uncertain|not possible)|impossible to (?:say|tell|decide|diagnose|determine)|too early to (?:say|tell)|decline to|refuse to|undetermined)\b/;

/** Clauses, each of which is read by itself. */
const parting = /[.;!?]|(?<= )[–—](?= )|(?<= )- (?=)|\b(?:but|though|although|however|while|whereas|yet)\b/;

/** What is said of each mention. */
export function standingsOf(templates: readonly Template[], mentions: readonly Mention[]): Standing[] {
  const standings: Standing[] = mentions.map(({ role }) => ({
    isAside: role === 'denied' || role === 'past' || role === 'aside',
    isPast: role === 'past',
    tier: role === 'further' ? 1 : 0,
    isMaybe: role === 'further',
    percent: null,
  }));
  for (const { text } of templates) {
    let last: number | null = null; // the mention before, for "… but the smear excludes it"
    for (const sentence of text.split(/ [.!?](?= |$)/)) {
      const plain = withoutDoubleNegations(` ${sentence} `);
      const isRefused = refusal.test(plain);
      for (const clause of plain.split(parting)) {
        const own = isRefused ? setAside(clause, standings) : readClause(clause, standings);
        if (own.length === 0 && last !== null && deniesIt(clause)) change(standings, last, { isAside: true });
        last = own.at(-1) ?? last;
      }
    }
  }
  return standings;
}

function change(standings: Standing[], index: number, to: Partial<Standing>): void {
  const now = standings[index];
  if (now) standings[index] = { ...now, ...to };
}

interface Place {
  readonly index: number;
  readonly at: number;
  readonly end: number;
}

function placesIn(clause: string): Place[] {
  return [...clause.matchAll(/@(\d+)/g)].map((match) => ({
    index: Number(match[1]),
    at: match.index,
    end: match.index + match[0].length,
  }));
}

function setAside(clause: string, standings: Standing[]): number[] {
  const all = placesIn(clause).map(({ index }) => index);
  for (const index of all) change(standings, index, { isAside: true });
  return all;
}

/** Reads what a clause says of its mentions; gives back which they are. */
function readClause(clause: string, standings: Standing[]): number[] {
  const places = placesIn(clause);
  const betweens = places.map(({ at }, i) => clause.slice(places[i - 1]?.end ?? 0, at));
  const isEven = places.length > 0 && evenly.test(clause);
  for (const [i, { index, at, end }] of places.entries()) {
    const given = standings[index];
    if (given === undefined) continue; // there is one for every mention
    const before = clause.slice(0, at);
    const since = betweens[i] ?? '';
    const after = clause.slice(end, places[i + 1]?.at ?? clause.length);
    const neighbour = places[i - 1];
    const earlier = neighbour && joint.test(since) ? (standings[neighbour.index] ?? null) : null;
    const rest = clause.slice(neighbour?.end ?? 0);
    const isDenied = isDeniedIn({ before, since, after, rest }, earlier?.isAside ?? false);
    const isPast = isOfThePast(before, after) || (earlier?.isPast === true && !turnsToPresent(since));
    const likelihood = likelihoodOf(since, after, given, earlier);
    standings[index] = {
      isAside: given.isAside || isDenied || isPast,
      isPast: given.isPast || isPast,
      tier: likelihood.tier,
      isMaybe: likelihood.isMaybe || isEven,
      percent: percentOf(since, after),
    };
    if (deniesBefore(after))
      for (const member of listBefore(betweens, i)) change(standings, places[member]?.index ?? -1, { isAside: true });
  }
  return places.map(({ index }) => index);
}
