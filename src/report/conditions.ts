import { type Benchmark, protocolsOf } from '../catalog/benchmark.ts';
import type { PatientCase } from '../catalog/case.ts';

/** What of a run's protocols a reader of its figures has to know, beside the figures. */
export interface RunConditions {
  readonly protocols: readonly ProtocolCondition[];
  /** Of the cases, those that have a picture to show. */
  readonly pictures: { readonly cases: number; readonly of: number };
}

interface ProtocolCondition {
  /** Null where there is but one. */
  readonly id: string | null;
  readonly title: string | null;
  /** Whose predictions the doctor was shown: a classifier's, or drawn ones; null where none were shown. */
  readonly hints: 'classifier' | 'simulated' | null;
  readonly showsPictures: boolean;
}

/**
 * @param hints the predictions of the run; null where it has none
 * @param cases the cases of the run
 */
export function conditionsOf(
  benchmark: Benchmark,
  hints: { readonly simulated: boolean } | null,
  cases: readonly Pick<PatientCase, 'examinations' | 'tests'>[],
): RunConditions {
  const isPictured = ({ examinations, tests }: (typeof cases)[number]) =>
    [...examinations, ...tests].some(({ image }) => image !== undefined);
  return {
    protocols: protocolsOf(benchmark).map(({ id, title, protocol }) => ({
      id,
      title,
      hints: protocol.hints ? (hints?.simulated ? 'simulated' : 'classifier') : null,
      showsPictures: protocol.images !== 'none',
    })),
    pictures: { cases: cases.filter(isPictured).length, of: cases.length },
  };
}

/** What stands below every table whose figures such protocols had a part in. */
export function conditionsText({ protocols, pictures }: RunConditions): string[] {
  const named = protocols.flatMap(({ id, title }) => (id === null ? [] : [`  ${id}: ${title}`]));
  return [
    ...(named.length > 0 ? ['', 'Protocols', '', ...named] : []),
    ...(protocols.some(({ hints }) => hints === 'simulated')
      ? ['', 'Simulated hints were drawn from a stated confusion table; they are no classifier’s work']
      : []),
    ...(protocols.some(({ showsPictures }) => showsPictures)
      ? [
          '',
          `${pictures.cases} of ${pictures.of} cases ${pictures.cases === 1 ? 'has' : 'have'} a picture; without one there is none to show`,
        ]
      : []),
  ];
}
