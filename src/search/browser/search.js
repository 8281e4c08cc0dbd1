/**
 * Full-text search over the index beside this module. The function `search` is the contract with other
 * tools; the rest of the folder may change.
 */

import { arrange } from "./arrange.js";
import { findMarks, makeExcerpt } from "./excerpt.js";
import { WHOLENESS } from "./find.js";
import { intersect, look, lookOtherwise, nothing, unite } from "./look.js";
import { isQuestion, isSentence, parseQuery } from "./query.js";
import { answer as answerSentence, hear } from "./sentence.js";
import { correctQuery } from "./slip.js";
import { kindOf, loadDocument, loadIndex } from "./wire.js";

/** @typedef {import("./wire.js").Index} Index */
/** @typedef {import("./look.js").Found} Found */
/** @typedef {import("./query.js").Piece} Piece */
/**
 * @typedef {object} Result
 * @property {string} url the place, absolute on this server, in whatever folder the site lives
 * @property {string} title the heading, or the page's title where there is none
 * @property {string} excerpt the text around the first match
 * @property {number} score the higher the better, among those of its page
 * @property {string} lang the language in which it is shown: another one where the asked one lacks the place
 * @property {string} page the page's title
 * @property {string} pageUrl the page, as `url`
 * @property {string} kind what was found, as `action` or `term`
 * @property {[number, number][]} titleMarks ranges of the title that match
 * @property {[number, number][]} marks ranges of the excerpt that match
 * @property {{lang: string, excerpt: string, marks: [number, number][]}} [original] what matches in another
 *   language, when nothing in this one does
 */
/**
 * @typedef {object} Answer
 * @property {number} total how many were found
 * @property {Result[]} results the best of them, those of a page together
 * @property {Record<string, number>} [kinds] how many were found on pages of each kind
 * @property {string[]} [also] other wordings that were found, as 水素 for hydrogen
 * @property {boolean} [partial] nothing has all words of the query; what is found has some, or means them
 * @property {string} [corrected] the query as it was understood: as typed it finds nothing
 * @property {string[]} [suggest] other queries that may be meant, and were not asked
 * @property {string[]} [from] the languages that were asked too, as that of the page has little
 */

/** As many results as readers look at. */
const LIMIT = 10;
/** Fewer than these may be an accident: "digital" stands on a Japanese page in one definition. */
const FEW = 3;

/**
 * Finds what holds every word of the query, or every phrase in quotation marks.
 *
 * @param {string} query as typed
 * @param {{lang?: string, limit?: number, kind?: string}} [options] `kind`: only what stands on pages of this kind
 * @returns {Promise<Answer>}
 */
export async function search(query, { lang = "ja", limit = LIMIT, kind } = {}) {
  const typed = String(query);
  if (parseQuery(typed).length === 0) return { total: 0, results: [] };
  const own = await loadIndex(lang);
  const shown = { limit, kind };
  const answer = await searchFor(own, typed, shown);
  if (answer.kinds && !answer.partial) return answer;
  // The words of a sentence that were found stand in this language; those of other queries may be of any.
  const others = answer.partial ? [] : await Promise.all(own.others.map(loadIndex));
  const isLatin = /^[\p{sc=Latin}\P{L}]+$/u.test(typed);
  const suggest = new Set();
  for (const index of [own, ...others.filter((other) => other.isLatin === isLatin)]) {
    const { corrected, doubtful } = await correctQuery(index, typed);
    const meant = corrected ? await searchFor(own, corrected, shown) : answer;
    if (meant !== answer && meant.kinds && !meant.partial) {
      return { ...meant, corrected, ...(doubtful.length > 0 && { suggest: doubtful }) };
    }
    for (const query of doubtful) suggest.add(query);
  }
  return suggest.size > 0 ? { ...answer, suggest: [...suggest] } : answer;
}

/**
 * @param {Index} own
 * @param {string} query
 * @param {{limit: number, kind?: string}} shown
 * @returns {Promise<Answer>} what is found by the query as it stands
 */
async function searchFor(own, query, shown) {
  const pieces = parseQuery(query);
  const mayBeSentence = isSentence(query) && !pieces.some(({ exact }) => exact);
  const asks = mayBeSentence && isQuestion(query);
  // What asks stands nowhere but by accident: both are looked for at once.
  const asked = asks ? hear(own, query) : undefined;
  const found = await (asked ? lookAsTyped(own, pieces, asked) : lookForAll(own, pieces));
  const most = found.scores.size > 0 || !mayBeSentence ? undefined : await lookForMost(own, asked ?? hear(own, query));
  // A sentence of this language stands in no other one; blanks may part the words of any.
  if (!most || (pieces.length > 1 && !asks)) {
    const answer = await present([own], found, shown);
    if (asks || isEnough(own, pieces, answer)) return answer;
    const indexes = [own, ...(await Promise.all(own.others.map(loadIndex)))];
    const more = unite([found, await lookEverywhere(indexes, pieces)]);
    if (more.scores.size > found.scores.size) return { ...(await present(indexes, more, shown)), from: own.others };
    if (!most) return answer;
  }
  return { ...(await present([own], most, { ...shown, band: Infinity })), partial: true };
}

/**
 * @param {Index} index
 * @param {Piece[]} pieces
 * @param {Answer} answer
 * @returns {boolean} whether other languages need not be asked
 */
function isEnough(index, pieces, { total, results }) {
  if (total > 0 && pieces.some(({ exact }) => exact)) return true;
  const isForeign = pieces.some(({ text }) => /\p{L}/u.test(text) && index.isLatin !== /^[\p{sc=Latin}\P{L}]+$/u.test(text));
  return total >= (isForeign ? FEW : 1) && results.some(showsWhy);
}

/** @param {Result} result @returns {boolean} whether readers see what they asked for: a hidden name may be an accident */
const showsWhy = ({ titleMarks, marks }) => titleMarks.length + marks.length > 0;

/** @typedef {import("./sentence.js").Heard | undefined} Heard */

/**
 * @param {Index} index
 * @param {Promise<Heard>} asked
 * @returns {Promise<Found | undefined>} what is found by some words of a sentence, where nothing has all of it
 */
async function lookForMost(index, asked) {
  const heard = await asked;
  return heard && answerSentence(index, heard);
}

/**
 * @param {Index} index
 * @param {Piece[]} pieces of a sentence
 * @param {Promise<Heard>} asked
 * @returns {Promise<Found>} what has the sentence as it is. Its other spellings are not asked for
 */
async function lookAsTyped(index, pieces, asked) {
  if (pieces.length === 1) return look(index, { ...pieces[0], exact: true });
  return (await asked)?.isOfPlan ? lookForAll(index, pieces) : nothing();
}

/**
 * @param {Index} index
 * @param {Piece[]} pieces
 * @returns {Promise<Found>} what has every piece, or what they are together a name of
 */
async function lookForAll(index, pieces) {
  const all = intersect(await Promise.all(pieces.map((piece) => look(index, piece))));
  const isPhrase = pieces.length > 1 && !pieces.some(({ exact }) => exact);
  return isPhrase ? unite([all, await lookOtherwise(index, pieces.map(({ text }) => text).join(""))]) : all;
}

/**
 * What has every piece in any of its languages: the same place has the same number in all.
 *
 * @param {Index[]} indexes
 * @param {Piece[]} pieces
 * @returns {Promise<Found>}
 */
async function lookEverywhere(indexes, pieces) {
  const found = pieces.map(async (piece) => unite(await Promise.all(indexes.map((index) => look(index, piece)))));
  return intersect(await Promise.all(found));
}

/**
 * @param {Index[]} indexes that of the asked language first
 * @param {Found} found
 * @param {{limit: number, kind?: string, band?: number}} shown
 * @returns {Promise<Answer>}
 */
async function present(indexes, { scores, marks, also }, { limit, kind, band = WHOLENESS }) {
  /** @type {Record<string, number>} */
  const kinds = Object.fromEntries(indexes[0].kinds.map(([name]) => [name, 0]));
  for (const document of scores.keys()) kinds[kindOf(indexes[0], document)] += 1;
  const asked = kind ? new Map([...scores].filter(([document]) => kindOf(indexes[0], document) === kind)) : scores;
  const best = arrange(asked, band).slice(0, Math.max(0, limit));
  const results = await Promise.all(best.map(([document, score]) => presentOne(indexes, document, score, marks)));
  return {
    total: asked.size,
    results: results.filter((result) => result !== undefined),
    ...(scores.size > 0 && { kinds: Object.fromEntries(Object.entries(kinds).filter(([, count]) => count > 0)) }),
    ...(also.length > 0 && { also }),
  };
}

/**
 * @param {Index[]} indexes
 * @param {number} number of a document
 * @param {number} score
 * @param {string[]} marks
 * @returns {Promise<Result | undefined>} in the first of the languages that has it
 */
async function presentOne([index, ...others], number, score, marks) {
  if (!index) return undefined;
  const document = await loadDocument(index, number);
  if (!document) return presentOne(others, number, score, marks);
  const title = document.heading || document.page;
  const result = {
    url: absolute(document.url),
    title,
    ...makeExcerpt(document.text || document.page, marks),
    score: Math.round(score * 1000) / 1000,
    lang: index.lang,
    page: document.page,
    pageUrl: absolute(document.path),
    kind: document.kind,
    titleMarks: findMarks(title, marks),
  };
  const original = showsWhy(result) ? undefined : await findOriginal(others, number, marks);
  return original ? { ...result, original } : result;
}

/** @param {string} url relative to the root of the site @returns {string} */
function absolute(url) {
  const { pathname, search: ending, hash } = new URL(`../${url}`, import.meta.url);
  return pathname + ending + hash;
}

/**
 * @param {Index[]} indexes
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
