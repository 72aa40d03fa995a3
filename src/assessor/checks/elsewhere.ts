/** Wordings of a plan by which the knowledge base says that the patient is to be seen by others. */
export const elsewhere =
  /\b(?:refer\w*|specialist|\w+ologist|\w+ology|hospital|surgeon|surgical|admission|admit|dentist|psychiatr\w+|urgent eye|eye (?:clinic|hospital|emergency)|ambulance|emergency)\b/i;
