/**
 * Letters that a secret has at least. What is shorter is a placeholder (`none`, `EMPTY`, `ollama`), as endpoints of one's own
 * are given: to take it out of every text would take ordinary words out of what was said.
 */
export const leastSecret = 8;
