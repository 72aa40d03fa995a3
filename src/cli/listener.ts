import type { Listen } from '../assessor/simulator-verdict.ts';
import type { Catalog } from '../catalog/catalog.ts';

/** The auditor of spoken words as the listener of a run whose patients a model plays. It is loaded where it is needed. */
export async function listenerFor(catalog: Catalog): Promise<Listen> {
  const { simulatorListener } = await import('../audit/simulator-listener.ts');
  return simulatorListener(catalog);
}
