/**
 * What was typed, as the pieces of text that must all occur.
 */

import { normalise } from "./normalise.js";

/**
 * Words are parted by blanks, full-width ones too, and all of them must occur; what stands in quotation
 * marks is one piece. Letters that stand alone side by side are one word, as in `I o T`.
 *
 * @param {string} typed
 * @returns {string[]} normalised, none empty, none twice
 */
export function parseQuery(typed) {
  const pieces = typed
    .split(/["＂“”]/u)
    .flatMap((part, i) => (i % 2 === 1 ? [part] : joinLetters(part.split(/\p{White_Space}+/u))));
  return [...new Set(pieces.map(normalise))].filter((piece) => piece !== "");
}

/** @param {string[]} words @returns {string[]} */
function joinLetters(words) {
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
