/**
 * The order in which readers meet what was found: page by page, so that they see where they are.
 */

import { pageOf } from "./wire.js";

/** As many of one page come together before the next page has its turn. */
const TOGETHER = 4;

/**
 * @param {Map<number, number>} scores from document to score
 * @param {number} band results whose scores differ by less may change their order, to stand with others of their page
 * @returns {[number, number][]} documents with their scores. In each band the best page comes first, with its best
 *   documents; what else it has comes after the other pages
 */
export function arrange(scores, band) {
  const best = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  /** @type {Map<string, [number, number][][]>} */
  const groups = new Map();
  for (const result of best) {
    const key = `${Math.floor(result[1] / band)} ${pageOf(result[0])}`;
    const rounds = groups.get(key) ?? [[]];
    if (rounds[rounds.length - 1].length === TOGETHER) rounds.push([]);
    rounds[rounds.length - 1].push(result);
    groups.set(key, rounds);
  }
  // Groups stand in the order of their best: bands follow one another.
  const arranged = [];
  /** @type {[number, number][][]} */
  let later = [];
  let current = Infinity;
  for (const [first, ...rest] of groups.values()) {
    const own = Math.floor(first[0][1] / band);
    if (own !== current) arranged.push(...later.flat());
    if (own !== current) later = [];
    current = own;
    arranged.push(...first);
    later.push(...rest);
  }
  return [...arranged, ...later.flat()];
}
