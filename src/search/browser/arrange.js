/**
 * The order in which readers meet what was found: page by page, so that they see where they are.
 */

import { pageOf } from "./wire.js";

/** As many of one page come together before the next page has its turn. */
const TOGETHER = 4;

/** @typedef {[number, number]} Scored a document and its score */

/**
 * @param {Map<number, number>} scores from document to score
 * @param {number} [band] results whose scores differ by less may change their order, to stand with others of their page:
 *   the page that has most comes first. Without it the page that has the best does
 * @returns {Scored[]} in each band the best documents of each page; what else it has comes after the other pages
 */
export function arrange(scores, band = Infinity) {
  const best = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  /** @type {Map<number, Map<number, Scored[]>>} documents of each page, by band */
  const bands = new Map();
  for (const result of best) {
    const pages = bands.get(Math.floor(result[1] / band)) ?? new Map();
    bands.set(Math.floor(result[1] / band), pages);
    const page = pageOf(result[0]);
    const known = pages.get(page);
    if (known) known.push(result);
    else pages.set(page, [result]);
  }
  return [...bands.values()].flatMap((pages) => {
    // The first of a page says most about it, others that it is about nothing else.
    const weigh = (/** @type {Scored[]} */ results) =>
      results.slice(0, band < Infinity ? TOGETHER : 1).reduce((sum, [, score], i) => sum + score / 2 ** i, 0);
    const groups = [...pages.values()].sort((a, b) => weigh(b) - weigh(a) || a[0][0] - b[0][0]);
    return [
      ...groups.flatMap((results) => results.slice(0, TOGETHER)),
      ...groups.flatMap((results) => results.slice(TOGETHER)),
    ];
  });
}
