/** What may stand between the members of a list: "no A, B or C". */
export const joint =
  /^\s*(?:(?:(?:19|20)\d\d|,|\/|\(|\)|and|or|nor|&|\+|of|the|a|an|any|also|for|by|signs?|evidence|acute|chronic|active|true|full|type|in|left|right)\s*)*$/;
