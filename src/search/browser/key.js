/**
 * The name that all forms of a word or a phrase share, as `src/search/latin.rs` has it: both follow the table
 * `tests/search/keys.json`.
 */

import { LISTED } from "./irregular.js";
import { stem } from "./stem.js";

const LATIN = /^[a-z0-9ß-öø-ɏḁ-ỿ]+$/u;

/**
 * @param {string} wording normalised
 * @returns {string}
 */
export function keyOf(wording) {
  const joined = wording.replace(/^[^\p{Alphabetic}\p{N}]+|[^\p{Alphabetic}\p{N}]+$|[ー']/gu, "");
  if (!LATIN.test(joined)) return wording;
  // British and American spellings as one: digitalize as digitalise, labour as labor, centre as center.
  const spelt = joined
    .replace(/([iy])z(?=[aei])/gu, "$1s")
    .replace(/([bilmnpv]o)u(?=r)/gu, "$1")
    .replace(/tre(?=s?$)/u, "ter")
    .replace(/gramme(?=s?$)/u, "gram");
  return /^[a-z]+$/u.test(spelt) ? stem(LISTED.get(spelt) ?? LISTED.get(spelt.replace(/s$/u, "")) ?? spelt) : spelt;
}
