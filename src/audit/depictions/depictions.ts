import { belly } from './belly.ts';
import { chest } from './chest.ts';
import type { Depiction } from './depiction.ts';
import { earNoseAndThroat } from './ear-nose-and-throat.ts';
import { eyes } from './eyes.ts';
import { general } from './general.ts';
import { headAndNerves } from './head-and-nerves.ts';
import { history } from './history.ts';
import { jointsAndMuscles } from './joints-and-muscles.ts';
import { mindAndSleep } from './mind-and-sleep.ts';
import { mouthAndTeeth } from './mouth-and-teeth.ts';
import { nails } from './nails.ts';
import { pain } from './pain.ts';
import { sexAndPregnancy } from './sex-and-pregnancy.ts';
import { skin } from './skin.ts';
import { skinRegions } from './skin-regions.ts';
import { swellings } from './swellings.ts';
import { waterworks } from './waterworks.ts';

/** All that people say instead of naming a finding. Of several entries for one finding, the first that speaks counts. */
const depictions: readonly Depiction[] = [
  ...general,
  ...belly,
  ...chest,
  ...earNoseAndThroat,
  ...headAndNerves,
  ...eyes,
  ...mouthAndTeeth,
  ...skin,
  ...skinRegions,
  ...nails,
  ...swellings,
  ...jointsAndMuscles,
  ...pain,
  ...waterworks,
  ...sexAndPregnancy,
  ...mindAndSleep,
  ...history,
];

const known = new Map<string, readonly Depiction[]>();

/** What people say instead of a finding's name. */
export function depictionsOf(id: string): readonly Depiction[] {
  let found = known.get(id);
  if (!found) {
    found = depictions.filter(({ finding }) => finding.test(id));
    known.set(id, found);
  }
  return found;
}
