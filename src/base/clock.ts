/** Says what time it is. A test gives one that stands still. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
