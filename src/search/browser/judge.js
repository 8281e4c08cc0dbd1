/**
 * How a typed word differs from one of the texts, and whether that one is meant for sure. What may be a word of its own,
 * which the texts do not have, is no slip.
 */

import { plain, soundAlike } from "./kanji.js";

/** @typedef {import("./kanji.js").Readings} Readings */
/**
 * A difference of one character, of two that are turned, or of kanji that are read alike.
 *
 * @typedef {object} Slip
 * @property {"sound" | "turned" | "doubled" | "missing" | "extra" | "other"} kind of what was typed
 * @property {number} order the likelier the lower
 * @property {number} from where it begins
 * @property {string[]} wrong what was typed there
 * @property {string[]} right what is meant
 */

const KINDS = /** @type {const} */ (["sound", "turned", "doubled", "missing", "extra", "other"]);
const KANA = /^[ぁ-ゖー]$/u;
const LATIN = /^[a-z]+$/u;
/** As many letters must a word have, so that one with this slip is none of its own. */
const LEAST_LATIN = { sound: Infinity, doubled: 5, turned: 6, missing: 7, extra: 7, other: 8 };

/**
 * @param {string[]} typed
 * @param {string[]} meant
 * @param {Readings} readings of kanji
 * @returns {Slip | null} nothing for what is alike or differs in more
 */
export function compare(typed, meant, readings) {
  if (Math.abs(typed.length - meant.length) > 1) return null;
  const shorter = Math.min(typed.length, meant.length);
  let from = 0;
  while (from < shorter && typed[from] === meant[from]) from += 1;
  let behind = 0;
  while (behind < shorter - from && typed.at(-1 - behind) === meant.at(-1 - behind)) behind += 1;
  const wrong = typed.slice(from, typed.length - behind);
  const right = meant.slice(from, meant.length - behind);
  const kind = kindOf(wrong, right, meant[from - 1], readings);
  return kind && { kind, order: KINDS.indexOf(kind), from, wrong, right };
}

/** @param {string[]} wrong @param {string[]} right @param {string | undefined} before @param {Readings} readings */
function kindOf(wrong, right, before, readings) {
  if (wrong.length + right.length === 1) {
    if ([...wrong, ...right][0] === before) return "doubled";
    return wrong.length === 1 ? "extra" : "missing";
  }
  if (wrong.length === 0 || wrong.length !== right.length) return null;
  if (wrong.every((it, i) => soundAlike(readings, it, right[i]))) return "sound";
  if (wrong.length === 2 && wrong[0] === right[1] && wrong[1] === right[0]) return "turned";
  return wrong.length === 1 ? "other" : null;
}

/**
 * @param {Slip} slip
 * @param {string[][]} words what is meant, word by word
 * @returns {boolean}
 */
export function isSure(slip, words) {
  const meant = words.flat();
  if (LATIN.test(meant.join(""))) return isSureLatin(slip, meant.length);
  const { kind, from, wrong, right } = slip;
  let end = 0;
  const ends = [0, ...words.map((word) => (end += word.length))];
  // 化 and 課, 新 and 大 make words of their own before and behind others.
  const isWord = right.length === 1 && ends.includes(from) && ends.includes(from + 1);
  const isInside = from > 0 && from + right.length < meant.length;
  const isKana = [...wrong, ...right].every((it) => KANA.test(it));
  switch (kind) {
    case "sound":
      return meant.length < 4 || isWord ? isInside : meant.length - right.length >= 2;
    case "turned":
    case "doubled":
      return true;
    case "missing":
      return !isWord;
    case "extra":
      return isInside && meant.length >= 4 && (isKana || !ends.includes(from));
    default:
      if (!isKana) return false;
      return plain(wrong[0]) === plain(right[0]) || (isInside && meant.length >= 6);
  }
}

/**
 * Whether readers should be told of a wording that is not sure. Lower is another word than flower, 県内大学 than 県立大学.
 *
 * @param {Slip} slip
 * @param {string[]} meant
 * @returns {boolean}
 */
export function mayBe({ kind, from }, meant) {
  if (LATIN.test(meant.join(""))) return from > 0;
  return kind !== "other" || KANA.test(meant[from]) || (from > 0 && from + 1 < meant.length && meant.length > 4);
}

/** Words of Latin letters have many neighbours, as police and policy. @param {Slip} slip @param {number} length */
function isSureLatin({ kind, from, right }, length) {
  const isInside = from > 0 && from + right.length < length;
  return isInside && length >= LEAST_LATIN[kind];
}
