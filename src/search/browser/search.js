/**
 * Full-text search over the index beside this module. The function `search` is the contract with other
 * tools; the rest of the folder may change.
 */

import { makeExcerpt, findMarks } from "./excerpt.js";
import { intersect, look, lookOtherwise, unite } from "./look.js";
import { isSentence, parseQuery } from "./query.js";
import { loadDocument, loadIndex } from "./wire.js";

/**
 * @typedef {object} Result
 * @property {string} url the place, absolute on this server, in whatever folder the site lives
 * @property {string} title the heading, or the page's title where there is none
 * @property {string} excerpt the text around the first match
 * @property {number} score the higher the better
 * @property {string} lang the language in which it is shown: another one where the asked one lacks the place
 * @property {string} page the page's title
 * @property {string} kind what was found, as `action` or `term`
 * @property {[number, number][]} titleMarks ranges of the title that match
 * @property {[number, number][]} marks ranges of the excerpt that match
 * @property {{lang: string, excerpt: string, marks: [number, number][]}} [original] what matches in another
 *   language, when nothing in this one does
 */
/**
 * @typedef {object} Answer
 * @property {number} total how many were found
 * @property {Result[]} results the best of them
 * @property {string[]} [also] other wordings that were found, as 水素 for hydrogen
 * @property {boolean} [partial] nothing has all words of the query; what is found has some, or means them
 * @property {string} [corrected] the query as it was understood: as typed it finds nothing
 * @property {string[]} [suggest] other queries that may be meant, and were not asked
 * @property {string[]} [from] the languages that were asked too, as that of the page has little
 */

/**
 * Finds what holds every word of the query, or every phrase in quotation marks.
 *
 * @param {string} query as typed
 * @param {{lang?: string, limit?: number}} [options]
 * @returns {Promise<Answer>}
 */
export async function search(query, { lang = "ja", limit = 20 } = {}) {
  const typed = String(query);
  if (parseQuery(typed).length === 0) return { total: 0, results: [] };
  const answer = await searchFor(typed, lang, limit);
  if (answer.total > 0 && !answer.partial) return answer;
  const { correctQuery } = await import("./slip.js");
  const own = await loadIndex(lang);
  // The words of a sentence that were found stand in this language; those of other queries may be of any.
  const indexes = answer.partial ? [own] : [own, ...(await Promise.all(own.others.map(loadIndex)))];
  const suggest = [];
  for (const index of indexes) {
    const meant = await correctQuery(index, typed);
    const found = meant.corrected ? await searchFor(meant.corrected, lang, limit) : answer;
    if (found !== answer && found.total > 0 && !found.partial) {
      return { ...found, corrected: meant.corrected, ...(meant.suggest.length > 0 && { suggest: meant.suggest }) };
    }
    suggest.push(...meant.suggest);
  }
  return suggest.length > 0 ? { ...answer, suggest } : answer;
}

/**
 * @param {string} query
 * @param {string} lang
 * @param {number} limit
 * @returns {Promise<Answer>} what is found by the query as it stands
 */
async function searchFor(query, lang, limit) {
  const pieces = parseQuery(query);
  const own = await loadIndex(lang);
  const found = await lookForAll(own, pieces);
  const most = found.scores.size === 0 ? await lookForMost(own, query, pieces) : undefined;
  const inPart = async () => ({ ...(await present([own], most, limit)), partial: true });
  // A sentence of this language stands in no other one; blanks may part the words of any.
  if (most && pieces.length === 1) return inPart();
  const { results } = await present([own], found, FEW);
  const isFound = results.length === FEW && results.some(showsWhy);
  if (!isFound && !(results.length > 0 && pieces.some(({ exact }) => exact))) {
    const indexes = [own, ...(await Promise.all(own.others.map(loadIndex)))];
    const more = unite([found, await lookEverywhere(indexes, pieces)]);
    if (more.scores.size > found.scores.size) return { ...(await present(indexes, more, limit)), from: own.others };
  }
  return most ? inPart() : present([own], found, limit);
}

/**
 * What is found by some words of a sentence, where nothing has all of it. Quotation marks ask for all.
 *
 * @param {import("./wire.js").Index} index
 * @param {string} query as typed
 * @param {import("./query.js").Piece[]} pieces
 * @returns {Promise<import("./look.js").Found | undefined>}
 */
async function lookForMost(index, query, pieces) {
  if (!isSentence(query) || pieces.some(({ exact }) => exact)) return undefined;
  return (await import("./sentence.js")).lookForMost(index, query);
}

/** Fewer than these may be an accident: "digital" stands on a Japanese page in one definition. */
const FEW = 3;

/** Whether readers see in a result what they asked for: a hidden name alone may be an accident too. */
const showsWhy = ({ titleMarks, marks }) => titleMarks.length + marks.length > 0;

/**
 * @param {import("./wire.js").Index} index
 * @param {import("./query.js").Piece[]} pieces
 * @returns {Promise<import("./look.js").Found>} what has every piece, or what they are together a name of
 */
async function lookForAll(index, pieces) {
  const all = intersect(await Promise.all(pieces.map((piece) => look(index, piece))));
  const isPhrase = pieces.length > 1 && !pieces.some(({ exact }) => exact);
  return isPhrase ? unite([all, await lookOtherwise(index, pieces.map(({ text }) => text).join(""))]) : all;
}

/**
 * What has every piece in any of its languages: the same place has the same number in all.
 *
 * @param {import("./wire.js").Index[]} indexes
 * @param {import("./query.js").Piece[]} pieces
 * @returns {Promise<import("./look.js").Found>}
 */
async function lookEverywhere(indexes, pieces) {
  const found = pieces.map(async (piece) => unite(await Promise.all(indexes.map((index) => look(index, piece)))));
  return intersect(await Promise.all(found));
}

/**
 * @param {import("./wire.js").Index[]} indexes that of the asked language first
 * @param {import("./look.js").Found} found
 * @param {number} limit
 * @returns {Promise<Answer>}
 */
async function present(indexes, { scores, marks, also }, limit) {
  const best = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, Math.max(0, limit));
  const results = await Promise.all(best.map(([document, score]) => presentOne(indexes, document, score, marks)));
  return { total: scores.size, results, ...(also.length > 0 && { also }) };
}

/**
 * @param {import("./wire.js").Index[]} indexes
 * @param {number} number of a document
 * @param {number} score
 * @param {string[]} marks
 * @returns {Promise<Result>} in the first of the languages that has it
 */
async function presentOne(indexes, number, score, marks) {
  const [index, ...others] = indexes;
  const document = await loadDocument(index, number);
  if (!document) return presentOne(others, number, score, marks);
  const { pathname, search: ending, hash } = new URL(`../${document.url}`, import.meta.url);
  const title = document.heading || document.page;
  const result = {
    url: pathname + ending + hash,
    title,
    ...makeExcerpt(document.text || document.page, marks),
    score: Math.round(score * 1000) / 1000,
    lang: index.lang,
    page: document.page,
    kind: document.kind,
    titleMarks: findMarks(title, marks),
  };
  const original = showsWhy(result) ? undefined : await findOriginal(others, number, marks);
  return original ? { ...result, original } : result;
}

/**
 * @param {import("./wire.js").Index[]} indexes
 * @param {number} number of a document
 * @param {string[]} marks
 * @returns {Promise<Result["original"]>} what matches in the first of the languages that has a match
 */
async function findOriginal(indexes, number, marks) {
  for (const index of indexes) {
    const { text = "", heading = "", page = "" } = (await loadDocument(index, number)) ?? {};
    const shown = [text, heading, page].map((it) => makeExcerpt(it, marks)).find((it) => it.marks.length > 0);
    if (shown) return { lang: index.lang, ...shown };
  }
  return undefined;
}
