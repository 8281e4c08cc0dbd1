/**
 * Full-text search over the index beside this module. The function `search` is the contract with other
 * tools; the rest of the folder may change.
 */

import { makeExcerpt, findMarks } from "./excerpt.js";
import { find } from "./find.js";
import { parseQuery } from "./query.js";
import { loadDocument, loadIndex } from "./wire.js";

/**
 * @typedef {object} Result
 * @property {string} url the place, absolute on this server, in whatever folder the site lives
 * @property {string} title the heading, or the page's title where there is none
 * @property {string} excerpt the text around the first match
 * @property {number} score the higher the better
 * @property {string} page the page's title
 * @property {string} kind what was found, as `action` or `term`
 * @property {[number, number][]} titleMarks ranges of the title that match
 * @property {[number, number][]} marks ranges of the excerpt that match
 */

/**
 * Finds what holds every word of the query, or every phrase in quotation marks.
 *
 * @param {string} query as typed
 * @param {{lang?: string, limit?: number}} [options]
 * @returns {Promise<{total: number, results: Result[]}>} how many were found; the best of them
 */
export async function search(query, { lang = "ja", limit = 20 } = {}) {
  const pieces = parseQuery(String(query));
  if (pieces.length === 0) return { total: 0, results: [] };
  const index = await loadIndex(lang);
  const found = intersect(await Promise.all(pieces.map((piece) => find(index, piece))));
  const best = found.sort((a, b) => b.score - a.score || a.document - b.document).slice(0, Math.max(0, limit));
  const results = best.map(async ({ document, score }) =>
    present(await loadDocument(index, document), score, pieces),
  );
  return { total: found.length, results: await Promise.all(results) };
}

/**
 * @param {Map<number, number>[]} scores of each piece
 * @returns {{document: number, score: number}[]} the documents that have all, with their mean score
 */
function intersect([first, ...others]) {
  return [...first.keys()]
    .filter((document) => others.every((scores) => scores.has(document)))
    .map((document) => {
      const sum = [first, ...others].reduce((total, scores) => total + (scores.get(document) ?? 0), 0);
      return { document, score: Math.round((sum / (others.length + 1)) * 1000) / 1000 };
    });
}

/**
 * @param {import("./wire.js").Shown} document
 * @param {number} score
 * @param {string[]} pieces
 * @returns {Result}
 */
function present(document, score, pieces) {
  const { pathname, search: ending, hash } = new URL(`../${document.url}`, import.meta.url);
  const title = document.heading || document.page;
  return {
    url: pathname + ending + hash,
    title,
    ...makeExcerpt(document.text || document.page, pieces),
    score,
    page: document.page,
    kind: document.kind,
    titleMarks: findMarks(title, pieces),
  };
}
