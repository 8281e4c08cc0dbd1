/**
 * What a sentence in a citizen's own words leads to. It is read against the words of the index and the phrases
 * that staff have written: what of them stands in the sentence is looked for, the rest only tells how much of it
 * was understood. Asked when a query finds nothing as it stands; `src/search/sentences.rs` is the other side.
 */

import { keyOf } from "./key.js";
import { normalise, normaliseWithPlaces } from "./normalise.js";
import { loadSentences, readNumbers } from "./wire.js";

/** @typedef {import("./wire.js").Index} Index */
/**
 * @typedef {object} Sentence
 * @property {string} text normalised
 * @property {number[][]} compounds the units that stand side by side and have a meaning: no hiragana, no sign
 * @property {Map<string, [number, number][]>} latin where words of Latin letters stand, by key
 */

/** No word of the index is longer in a sentence. */
const LONGEST = 16;
/** How much of a sentence must be understood, so that what it finds is no accident: more of few words. */
const LONG = 3;
const SHORT_ASKS = 0.55;
const LONG_ASKS = 0.25;
/** The same where staff have written no phrase of it. */
const LONG_ASKS_ALONE = 0.7;
/** A page that says much less than the best is not shown. */
const WORTH = 0.4;
/** What staff have written is surer than a word by itself, and a place they name is surest. */
const PHRASE = 1.3;
const NAMED = 24;
/** A word that is part of a phrase with a meaning of its own says little by itself. */
const WITHIN = 0.4;
/** How much of the page's weight its clauses share. */
const SHARED = 0.6;

const MEANS = /[\p{sc=Han}\p{sc=Katakana}\p{sc=Latin}]/u;
const HAN = /\p{sc=Han}/u;
const LATIN = /[\p{sc=Latin}\p{N}](?:[\p{sc=Latin}\p{N}'’‐-]*[\p{sc=Latin}\p{N}])?/gu;

/**
 * @param {Index} index
 * @param {string} query as typed
 * @returns {Promise<import("./look.js").Found | undefined>} nothing when too little of it is known
 */
export async function lookForMost(index, query) {
  const sentence = readSentence(query);
  const { words, says } = await loadFor(index, [...sentence.text, ...[...sentence.latin.keys()].map((key) => key[0])]);
  const heard = understand(sentence, words, says);
  if (!heard) return undefined;
  const { words: meant } = await loadFor(index, heard.phrases.flatMap(({ means }) => means.map((it) => it[0])));
  const groups = [...heard.words].map(([word, weight]) => ({ weight, lists: [weightsOf(words[word])] }));
  for (const { means, places } of heard.phrases) {
    const lists = means.filter((it) => Object.hasOwn(meant, it)).map((it) => weightsOf(meant[it]));
    lists.push(...places.map(([page, place]) => new Map([[place, { page, weight: NAMED }]])));
    groups.push({ weight: PHRASE, lists });
  }
  const also = [...new Set(heard.phrases.flatMap(({ means }) => means))];
  return { scores: rank(groups), above: [], marks: [...heard.words.keys(), ...also], also };
}

/**
 * @param {Index} index
 * @param {string[]} beginnings characters with which words begin
 */
async function loadFor(index, beginnings) {
  const shards = await loadSentences(index, beginnings);
  return { words: Object.assign({}, ...shards.map(({ words }) => words)), says: shards.flatMap(({ says }) => says) };
}

/** @param {string} query as typed @returns {Sentence} */
export function readSentence(query) {
  const { text, starts } = normaliseWithPlaces(query);
  const latin = new Map();
  for (const match of query.matchAll(LATIN)) {
    const word = normalise(match[0]);
    const from = starts.indexOf(match.index);
    if (from < 0 || !/\p{L}/u.test(word)) continue;
    const key = keyOf(word);
    latin.set(key, [...(latin.get(key) ?? []), [from, from + word.length]]);
  }
  /** @type {number[][]} */
  const compounds = [];
  starts.forEach((start, unit) => {
    if (!MEANS.test(query[start])) return;
    const goesOn = unit > 0 && MEANS.test(query[starts[unit - 1]]) && start - starts[unit - 1] <= 1;
    if (goesOn) compounds.at(-1)?.push(unit);
    else compounds.push([unit]);
  });
  return { text, compounds, latin };
}

/**
 * Which phrases and words stand in a sentence.
 *
 * @param {Sentence} sentence
 * @param {Record<string, string>} words of the index
 * @param {[string[], string[], [number, number][]][]} says phrases, as the index has them
 * @returns {{phrases: {means: string[], places: [number, number][]}[], words: Map<string, number>} | undefined}
 *   the words with how much they count; nothing when they may be an accident
 */
export function understand(sentence, words, says) {
  const found = says.flatMap(([parts, means, places]) => {
    const at = parts.map((part) => placesOf(sentence, part));
    return at.every((it) => it.length > 0) ? [{ means, places, at: unitsOf(at.flat()) }] : [];
  });
  const empty = (/** @type {typeof found[number]} */ { means, places }) => means.length + places.length === 0;
  const leftOut = new Set(found.filter(empty).flatMap(({ at }) => [...at]));
  // 店を譲る says more than 店, and is meant alone.
  const phrases = found.filter(
    (it) => !empty(it) && !found.some(({ at }) => at.size > it.at.size && [...it.at].every((unit) => at.has(unit))),
  );
  const said = new Set(phrases.flatMap(({ at }) => [...at]));
  const heard = new Map();
  const known = new Set([...leftOut, ...said]);
  const cuts = cut(sentence, words).map(([word, from, to]) => ({ word, units: [...unitsOf([[from, to]])] }));
  for (const { units } of cuts) for (const unit of units) known.add(unit);
  let sure = 0;
  for (const { word, units } of cuts.filter(({ units }) => !units.every((unit) => leftOut.has(unit)))) {
    heard.set(word, Math.max(heard.get(word) ?? 0, units.every((unit) => said.has(unit)) ? WITHIN : 1));
    // 融合 is an accident in 核融合, of which the rest is not known; a single kanji may be one anywhere.
    const compound = sentence.compounds.find((it) => it.includes(units[0])) ?? [];
    if (units.length > 1 && compound.every((unit) => known.has(unit))) sure += 1;
  }
  // A verb of one kanji, as 探 of 探す, says less than a noun.
  const weightOf = (/** @type {number[][]} */ all) => all.reduce((sum, { length }) => sum + (length > 1 ? 1 : 0.5), 0);
  const asked = sentence.compounds.filter((compound) => !compound.every((unit) => leftOut.has(unit)));
  const understood = asked.filter((it) => it.every((unit) => known.has(unit)) || said.has(it[0]));
  const share = weightOf(understood) / Math.max(weightOf(asked), 0.5);
  const [withPhrase, alone] = asked.length < LONG ? [SHORT_ASKS, 1] : [LONG_ASKS, LONG_ASKS_ALONE];
  const isEnough = phrases.length > 0 ? share >= withPhrase : (sure > 1 && share >= alone) || (share === 1 && sure >= asked.length);
  return isEnough && phrases.length + heard.size > 0 ? { phrases, words: heard } : undefined;
}

/** @param {[number, number][]} ranges @returns {Set<number>} */
const unitsOf = (ranges) =>
  new Set(ranges.flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => from + i)));

/**
 * The words of a sentence from its beginning on, the longest first.
 *
 * @param {Sentence} sentence
 * @param {Record<string, string>} words
 * @returns {[string, number, number][]} with their ends
 */
function cut(sentence, words) {
  const { text, latin } = sentence;
  /** @type {[string, number, number][]} */
  const found = [...latin].flatMap(([key, ranges]) =>
    Object.hasOwn(words, key) ? ranges.map(([from, to]) => [key, from, to]) : [],
  );
  for (let from = 0; from < text.length; from += 1) {
    for (let to = Math.min(text.length, from + LONGEST); to > from; to -= 1) {
      const word = text.slice(from, to);
      if (!Object.hasOwn(words, word) || !stands(text, from, to)) continue;
      found.push([word, from, to]);
      from = to - 1;
      break;
    }
  }
  return found;
}

/** @param {Sentence} sentence @param {string} part @returns {[number, number][]} where it stands in the sentence */
function placesOf({ text, latin }, part) {
  const known = latin.get(part);
  if (known) return known;
  /** @type {[number, number][]} */
  const places = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    if (stands(text, at, at + part.length)) places.push([at, at + part.length]);
  }
  return places;
}

/**
 * Whether letters of a sentence may be a word: a single kanji is none beside another, and letters of Latin script
 * are words by themselves.
 *
 * @param {string} text
 * @param {number} from
 * @param {number} to
 */
function stands(text, from, to) {
  const word = text.slice(from, to);
  if (/^[\p{sc=Latin}\p{N}]/u.test(word)) return /[^\p{sc=Latin}\p{N}]/u.test(word);
  return to - from > 1 || (HAN.test(word) && !HAN.test(text[from - 1] ?? "") && !HAN.test(text[to] ?? ""));
}

/** @typedef {Map<number, {page: number, weight: number}>} Weights by document, with the first one of its page */

/** @param {string} encoded @returns {Weights} */
export function weightsOf(encoded) {
  const weights = new Map();
  const numbers = readNumbers(encoded);
  let page = 0;
  for (let i = 0; i < numbers.length; ) {
    page += numbers[i++];
    let document = page;
    for (let left = numbers[i++]; left >= 0; left -= 1) {
      document += numbers[i++];
      weights.set(document, { page, weight: numbers[i++] });
    }
  }
  return weights;
}

/**
 * The best pages with what of them answers. The page as a whole leads its clauses.
 *
 * @param {{weight: number, lists: Weights[]}[]} groups what was said, each with the words it means
 * @returns {Map<number, number>} from document to score
 */
function rank(groups) {
  /** @type {Map<number, {score: number, documents: Map<number, number>}>} */
  const pages = new Map();
  for (const { weight, lists } of groups) {
    const best = new Map();
    for (const [document, found] of lists.flatMap((list) => [...list])) {
      if (found.weight > (best.get(document)?.weight ?? 0)) best.set(document, found);
    }
    const ofPage = new Map();
    for (const [document, found] of best) {
      const value = found.weight * weight;
      const page = pages.get(found.page) ?? { score: 0, documents: new Map() };
      page.documents.set(document, (page.documents.get(document) ?? 0) + value);
      pages.set(found.page, page);
      ofPage.set(page, Math.max(ofPage.get(page) ?? 0, value));
    }
    for (const [page, value] of ofPage) page.score += value;
  }
  const least = Math.max(0, ...[...pages.values()].map(({ score }) => score)) * WORTH;
  const scores = new Map();
  for (const [lead, { score, documents }] of pages) {
    if (score < least) continue;
    for (const [document, own] of documents) scores.set(document, score * SHARED + own);
    scores.set(lead, score * SHARED + Math.max(...documents.values()) + 1);
  }
  return scores;
}
