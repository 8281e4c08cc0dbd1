/**
 * What a piece of a query finds in one language, as it was typed and in the wordings to which it leads:
 * other forms of the word, other names of a term.
 */

import { WHOLENESS, find, hitsOf } from "./find.js";
import { reword } from "./japanese.js";
import { keyOf } from "./key.js";
import { normalise } from "./normalise.js";
import { modern } from "./oldkanji.js";
import { decode, loadLeads } from "./wire.js";

/** @typedef {import("./wire.js").Index} Index */
/** @typedef {import("./find.js").Hits} Hits */
/**
 * @typedef {Hits & {marks: string[], also: string[]}} Found what to mark, normalised, and other wordings that were
 *   found, as readers are told
 */

/** What was typed leads its other forms, and those lead other wordings. */
const FORM = 0.9;
const WORDING = 0.8;
/** Other spellings lead other forms, see `japanese.js`. */
const BY_DISTANCE = [FORM, 0.86, 0.82];
/** A word that stands only in the title above a clause says less than one in the clause. */
const ABOVE = 0.5;
/** What has a word that may be spelt otherwise by itself: kana, or a figure before kanji. */
const MAY_VARY = /[ぁ-ゖ]|[\d一二三四五六七八九][次者件社人年月割本番回期位]/u;
const ROMAJI = /^[a-zāīūēōâîûêô'ー]+$/u;

/**
 * @param {Index} index
 * @param {import("./query.js").Piece} piece
 * @returns {Promise<Found>}
 */
export async function look(index, { text, exact }) {
  const mayVary = MAY_VARY.test(text);
  const today = modern(text);
  const [hits, ...others] = await Promise.all([
    find(index, text),
    ...(exact ? [] : [lookOtherwise(index, text), ...(mayVary ? [lookReworded(index, text)] : [])]),
    ...(exact || today === text ? [] : [look(index, { text: today, exact })]),
  ]);
  const found = unite([{ ...hits, marks: [text], also: [] }, ...others]);
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
  if (index.isLatin) return nothing();
  const found = (await reword(index, piece)).map(async ({ text, shown, places, far = 0 }) => {
    const hits = places ? hitsOf(decode(places)) : await find(index, text);
    return lesser(hits, shown ? WORDING : BY_DISTANCE[far], text, shown);
  });
  return unite(await Promise.all(found));
}

/**
 * @param {Index} index
 * @param {string} piece normalised
 * @returns {Promise<Found>} what is found not by the piece itself but by what it leads to
 */
export async function lookOtherwise(index, piece) {
  const key = keyOf(piece);
  // A form that is like its key is not among the leads. What a hyphen joins may stand apart.
  const wordings = [...((await loadLeads(index, key)) ?? [key]), ...(key === piece ? [] : [piece.replace(/ー/gu, "")])];
  const texts = new Map(wordings.map((shown) => [normalise(shown), shown]));
  texts.delete(piece);
  const found = [...texts].map(async ([text, shown]) => {
    const isForm = keyOf(text) === key;
    const hits = await find(index, text, isForm);
    return lesser(hits, isForm ? FORM : WORDING, text, isForm ? undefined : shown);
  });
  return unite(await Promise.all(found));
}

/**
 * @param {Hits} hits
 * @param {number} factor
 * @param {string} text what was found, normalised
 * @param {string} [shown] as readers are told
 * @returns {Found}
 */
function lesser({ scores, above }, factor, text, shown) {
  if (scores.size === 0) return nothing();
  return {
    scores: new Map([...scores].map(([document, score]) => [document, score * factor])),
    above: above.map(([from, to, score]) => [from, to, score * factor]),
    marks: [text],
    also: shown ? [shown] : [],
  };
}

/** @returns {Found} */
export const nothing = () => ({ scores: new Map(), above: [], marks: [], also: [] });

/**
 * @param {Found[]} all
 * @returns {Found} what any of them found, with its best score
 */
export function unite(all) {
  const scores = new Map();
  for (const { scores: own } of all) {
    for (const [document, score] of own) scores.set(document, Math.max(score, scores.get(document) ?? 0));
  }
  return { scores, above: all.flatMap(({ above }) => above), marks: distinct(all, "marks"), also: distinct(all, "also") };
}

/**
 * @param {Found[]} all of them at least one
 * @returns {Found} what all of them found, with its mean score. One of the pieces must stand in the document itself,
 *   others may stand in the titles above it
 */
export function intersect(all) {
  if (all.length === 1) return all[0];
  const documents = new Set(all.flatMap(({ scores }) => [...scores.keys()]));
  const each = all.map((found) => {
    const scores = scoresAbove(found.above, documents);
    for (const [document, score] of found.scores) scores.set(document, Math.max(score, scores.get(document) ?? 0));
    return scores;
  });
  const scores = new Map();
  for (const document of documents) {
    const own = each.map((found) => found.get(document) ?? 0);
    if (own.every(Boolean)) scores.set(document, own.reduce((sum, score) => sum + score, 0) / own.length);
  }
  return { scores, above: [], marks: distinct(all, "marks"), also: distinct(all, "also") };
}

/**
 * @param {import("./find.js").Above[]} above
 * @param {Set<number>} documents
 * @returns {Map<number, number>} the scores of those of the documents that stand below
 */
function scoresAbove(above, documents) {
  const scores = new Map();
  for (const [from, to, score] of above) {
    for (let document = from; document <= to; document += 1) {
      if (documents.has(document)) scores.set(document, Math.max(score * ABOVE, scores.get(document) ?? 0));
    }
  }
  return scores;
}

/** @param {Found[]} all @param {"marks" | "also"} list */
const distinct = (all, list) => [...new Set(all.flatMap((found) => found[list]))];
