import type { Rule } from './check.ts';

/** A level from how many of the other criteria are met: 3MDBench's 4.1. Ungraded while it could still change. */
export const overallLevel: Rule<'overall-level'> = ({ of, bands }, { graded }) => {
  const counted = graded.filter(({ id }) => of.includes(id));
  const isMet = counted.filter(({ met }) => met === 1).length;
  const open = counted.filter(({ met }) => met === null).length;
  const bandOf = (count: number) => [...bands].sort((a, b) => b.from - a.from).find(({ from }) => count >= from);
  const low = bandOf(isMet);
  const high = bandOf(isMet + open);
  if (!low || low !== high)
    return { met: null, reason: `${isMet} to ${isMet + open} of ${of.length} are met`, turn: null };
  return { met: low.value, reason: `${low.level}: ${isMet} of ${of.length} are met`, turn: null };
};
