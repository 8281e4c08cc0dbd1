/**
 * The part of a text that shows why it was found, and which of its characters to mark.
 */

import { normaliseWithPlaces } from "./normalise.js";

/** @typedef {[number, number]} Range of UTF-16 units, the end not included */

/** How long each fragment is, by how many there are. */
const LENGTHS = [120, 120, 70, 50, 40];
const MOST = LENGTHS.length - 1;
const BEFORE = 30;

const LETTER = /[\p{Script=Latin}\d]/u;

/**
 * @param {string} text
 * @param {string[]} pieces normalised
 * @returns {Range[]} where the pieces stand in the original text, in order, none overlapping. Where one is a
 *   whole word, the words of Latin letters are left alone in which another is an accident: AI, not "maintain"
 */
export function findMarks(text, pieces) {
  const normal = normaliseWithPlaces(text);
  const ranges = pieces.flatMap((piece) => {
    /** @type {Range[]} */
    const found = [];
    for (let at = normal.text.indexOf(piece); at >= 0; at = normal.text.indexOf(piece, at + piece.length)) {
      found.push([normal.starts[at], normal.ends[at + piece.length - 1]]);
    }
    return found;
  });
  const whole = ranges.filter(([start, end]) => !cuts(text, start) && !cuts(text, end));
  return merge((whole.length > 0 ? whole : ranges).sort((a, b) => a[0] - b[0] || a[1] - b[1]));
}

/** @param {string} text @param {number} at @returns {boolean} whether a word of Latin letters goes on there */
const cuts = (text, at) => at > 0 && LETTER.test(text[at - 1]) && LETTER.test(text[at] ?? "");

/** @param {Range[]} ranges in order @returns {Range[]} */
function merge(ranges) {
  /** @type {Range[]} */
  const merged = [];
  for (const [start, end] of ranges) {
    const last = merged[merged.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/**
 * @param {string} text
 * @param {string[]} pieces normalised
 * @returns {{excerpt: string, marks: Range[]}} the text around the first piece, and around those that do not stand
 *   near it, with the marks in it
 */
export function makeExcerpt(text, pieces) {
  const marks = findMarks(text, pieces);
  if (text.length <= LENGTHS[0]) return { excerpt: text, marks };
  const firsts = pieces.flatMap((piece) => findMarks(text, [piece]).slice(0, 1)).sort((a, b) => a[0] - b[0]);
  let all = [windowAt(text, firsts[0], LENGTHS[0])];
  // Shorter fragments show less each: they are made anew until there are as many as are shown.
  for (let count = 2; count <= MOST && !firsts.every((it) => isShown(it, all)); count += 1) {
    all = [];
    for (const it of firsts) {
      if (all.length < count && !isShown(it, all)) all.push(windowAt(text, it, LENGTHS[count]));
    }
  }
  let excerpt = "";
  /** @type {Range[]} */
  const inside = [];
  for (const [start, end] of merge(all)) {
    if (start > 0 && !excerpt) excerpt = "…";
    for (const [from, to] of marks.filter(([from, to]) => from < end && to > start)) {
      const at = excerpt.length - start;
      inside.push([Math.max(from, start) + at, Math.min(to, end) + at]);
    }
    excerpt += text.slice(start, end) + (end < text.length ? "…" : "");
  }
  return { excerpt, marks: inside };
}

/** @param {Range} mark @param {Range[]} fragments */
const isShown = ([from, to], fragments) => fragments.some(([start, end]) => start <= from && to <= end);

/** @param {string} text @param {Range | undefined} mark @param {number} length @returns {Range} what shows the mark */
function windowAt(text, mark, length) {
  const [first, last] = mark ?? [0, 0];
  const start = Math.max(0, Math.min(first - Math.min(BEFORE, Math.floor(length / 4)), text.length - length));
  const end = Math.min(text.length, Math.max(start + length, last));
  return [wholeCharacter(text, start), wholeCharacter(text, end)];
}

/** @param {string} text @param {number} at @returns {number} a place that halves no surrogate pair */
function wholeCharacter(text, at) {
  const halves = at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff;
  return halves ? at - 1 : at;
}
