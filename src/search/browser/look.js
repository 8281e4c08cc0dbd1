/**
 * What a piece of a query finds in one language, as it was typed and in the wordings to which it leads:
 * other forms of the word, other names of a term.
 */

import { WHOLENESS, find } from "./find.js";
import { keyOf } from "./key.js";
import { normalise } from "./normalise.js";
import { loadLeads } from "./wire.js";

/** @typedef {import("./wire.js").Index} Index */
/**
 * @typedef {object} Found
 * @property {Map<number, number>} scores from document to score
 * @property {string[]} marks what to mark, normalised
 * @property {string[]} also other wordings that were found, as readers are told
 */

/** What was typed leads its other forms, and those lead other wordings. */
const FORM = 0.9;
const WORDING = 0.8;
const KANA = /[ぁ-ゖ]/u;
const ROMAJI = /^[a-z'ー]+$/u;

/**
 * @param {Index} index
 * @param {import("./query.js").Piece} piece
 * @returns {Promise<Found>}
 */
export async function look(index, { text, exact }) {
  const hasKana = KANA.test(text);
  const [scores, ...others] = await Promise.all([
    find(index, text),
    ...(exact ? [] : [lookOtherwise(index, text), ...(hasKana ? [lookReworded(index, text)] : [])]),
  ]);
  const found = unite([{ scores, marks: [text], also: [] }, ...others]);
  // Letters with which no word of the texts begins or ends may be Japanese.
  const isWord = [...found.scores.values()].some((score) => score >= WHOLENESS);
  const mayBeRomaji = !exact && !isWord && ROMAJI.test(text);
  return mayBeRomaji ? unite([found, await lookReworded(index, text)]) : found;
}

/**
 * @param {Index} index
 * @param {string} piece normalised
 * @returns {Promise<Found>} what is found by other spellings, readings and forms of a Japanese word
 */
async function lookReworded(index, piece) {
  if (!index.words) return nothing();
  const { reword } = await import("./japanese.js");
  const found = (await reword(index, piece)).map(async ({ text, shown }) => {
    const scores = await find(index, text);
    for (const [document, score] of scores) scores.set(document, score * (shown ? WORDING : FORM));
    return scores.size > 0 ? { scores, marks: [text], also: shown ? [shown] : [] } : nothing();
  });
  return unite(await Promise.all(found));
}

/**
 * @param {Index} index
 * @param {string} piece normalised
 * @returns {Promise<Found>} what is found not by the piece itself but by what it leads to
 */
export async function lookOtherwise(index, piece) {
  const key = await keyOf(piece);
  // A form that is like its key is not among the leads. What a hyphen joins may stand apart.
  const wordings = [...((await loadLeads(index, key)) ?? [key]), ...(key === piece ? [] : [piece.replace(/ー/gu, "")])];
  const texts = new Map(wordings.map((shown) => [normalise(shown), shown]));
  texts.delete(piece);
  const found = [...texts].map(async ([text, shown]) => {
    const isForm = (await keyOf(text)) === key;
    const scores = await find(index, text, isForm);
    for (const [document, score] of scores) scores.set(document, score * (isForm ? FORM : WORDING));
    return scores.size > 0 ? { scores, marks: [text], also: isForm ? [] : [shown] } : nothing();
  });
  return unite(await Promise.all(found));
}

/** @returns {Found} */
const nothing = () => ({ scores: new Map(), marks: [], also: [] });

/**
 * @param {Found[]} all
 * @returns {Found} what any of them found, with its best score
 */
export function unite(all) {
  const scores = new Map();
  for (const [document, score] of all.flatMap((found) => [...found.scores])) {
    scores.set(document, Math.max(score, scores.get(document) ?? 0));
  }
  return { scores, marks: distinct(all, "marks"), also: distinct(all, "also") };
}

/**
 * @param {Found[]} all of them at least one
 * @returns {Found} what all of them found, with its mean score
 */
export function intersect(all) {
  const scores = new Map();
  for (const document of all[0].scores.keys()) {
    const each = all.map((found) => found.scores.get(document));
    if (each.includes(undefined)) continue;
    scores.set(document, each.reduce((sum, score) => sum + score, 0) / each.length);
  }
  return { scores, marks: distinct(all, "marks"), also: distinct(all, "also") };
}

/** @param {Found[]} all @param {"marks" | "also"} list */
const distinct = (all, list) => [...new Set(all.flatMap((found) => found[list]))];
