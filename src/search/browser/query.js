/**
 * What was typed, as the pieces of text that must all occur.
 */

import { normalise } from "./normalise.js";

/** @typedef {{text: string, exact: boolean}} Piece normalised and not empty; exact: it stood in quotation marks */

/**
 * Words are parted by blanks, full-width ones too, and all of them must occur; what stands in quotation
 * marks is one piece. Letters that stand alone side by side are one word, as in `I o T`.
 *
 * @param {string} typed
 * @returns {Piece[]} none twice
 */
export function parseQuery(typed) {
  const pieces = new Map();
  typed.split(/["＂“”]/u).forEach((part, i) => {
    const exact = i % 2 === 1;
    for (const word of exact ? [part] : joinLetters(part.split(/\p{White_Space}+/u))) {
      const text = normalise(word);
      if (text) pieces.set(text, { text, exact });
    }
  });
  return [...pieces.values()];
}

/** @param {string[]} words @returns {string[]} */
function joinLetters(words) {
  /** @type {string[]} */
  const joined = [];
  let letters = false;
  for (const word of words) {
    const letter = /^[a-z]$/u.test(normalise(word));
    if (letter && letters) joined.push(joined.pop() + word);
    else joined.push(word);
    letters = letter;
  }
  return joined;
}

/**
 * @param {string} query as typed
 * @returns {boolean} whether it has several words: parted by blanks or joined by what is written in hiragana. A
 *   compound is one word, of which a part would be an accident
 */
export function isSentence(query) {
  return /[^\s"]\s+[^\s"]/u.test(query.trim()) || /[^\p{sc=Hiragana}]\p{sc=Hiragana}|\p{sc=Hiragana}{5}/u.test(query);
}

/**
 * @param {string} query as typed, a sentence
 * @returns {boolean} whether it has so many words that it asks something: it is no wording of a text
 */
export function isQuestion(query) {
  const words = query.match(/[^\p{sc=Hiragana}\s]+/gu) ?? [];
  if (/\p{sc=Hiragana}/u.test(query)) return words.length > 2 && /\p{sc=Hiragana}\p{P}*$/u.test(query.trim());
  return words.length > 4 && words.every((word) => /^[\p{sc=Latin}\p{N}\p{P}]+$/u.test(word));
}
