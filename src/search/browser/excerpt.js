/**
 * The part of a text that shows why it was found, and which of its characters to mark.
 */

import { normaliseWithPlaces } from "./normalise.js";

/** @typedef {[number, number]} Range of UTF-16 units, the end not included */

const LENGTH = 120;
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
 * @returns {{excerpt: string, marks: Range[]}} the text around the first piece, and the marks in it
 */
export function makeExcerpt(text, pieces) {
  const marks = findMarks(text, pieces);
  const first = marks.length > 0 ? marks[0][0] : 0;
  const wanted = text.length <= LENGTH ? 0 : Math.min(Math.max(0, first - BEFORE), text.length - LENGTH);
  const start = wholeCharacter(text, wanted);
  const end = wholeCharacter(text, Math.min(text.length, Math.max(start + LENGTH, first)));
  const lead = start > 0 ? "…" : "";
  const inside = marks
    .filter(([from, to]) => from < end && to > start)
    .map(([from, to]) => [Math.max(from, start), Math.min(to, end)].map((it) => it - start + lead.length));
  return { excerpt: lead + text.slice(start, end) + (end < text.length ? "…" : ""), marks: inside };
}

/** @param {string} text @param {number} at @returns {number} a place that halves no surrogate pair */
function wholeCharacter(text, at) {
  const halves = at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff;
  return halves ? at - 1 : at;
}
