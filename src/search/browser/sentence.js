/**
 * What a sentence in a citizen's own words leads to. It is read against the words of the index and the phrases
 * that staff have written: what of them stands in the sentence is looked for, the rest only tells how much of it
 * was understood. They lead to pages; which clauses of a page answer is told by what stands in them. Loaded for
 * sentences only; `src/search/sentences.rs` is the other side.
 */

import { keyOf } from "./key.js";
import { normalise, normaliseWithPlaces } from "./normalise.js";
import { kindOf, loadPage, loadPhrases, loadWords, readNumbers, readWeights, textsOf } from "./wire.js";

/** @typedef {import("./wire.js").Index} Index */
/** @typedef {import("./wire.js").Shown} Shown */
/**
 * @typedef {object} Sentence
 * @property {string} text normalised
 * @property {number[][]} compounds the units that stand side by side and have a meaning: no hiragana, no sign
 * @property {Map<string, [number, number][]>} latin where words of Latin letters stand, by key
 */
/**
 * @typedef {object} Heard
 * @property {Meaning[]} meanings
 * @property {string[]} words that stand in the sentence
 * @property {boolean} isOfPlan whether all its words stand in the plan, so that it may stand there as a whole
 */
/**
 * @typedef {object} Told
 * @property {import("./wire.js").Phrases["says"]} says the phrases of the index, in groups
 * @property {{group: number, units: Set<number>}[]} phrases that mean something
 * @property {Set<number>} leftOut the units of what means nothing
 * @property {Set<number>[]} others the units of each phrase that means what the plan is not about
 */
/**
 * @typedef {object} Meaning what was heard
 * @property {string[]} wordings that stand in the texts, as they are shown; of Latin letters also keys
 * @property {boolean} isSaid in a phrase of citizens, not in a word of the plan itself
 * @property {number} weight
 * @property {Map<number, number>} pages with how much it says for each
 * @property {number[]} documents that staff have named
 */

/** No word of the index is longer in a sentence. */
const LONGEST = 16;
/** How much must be understood for each word that is not. */
const ENOUGH = 0.4;
/** For how many such words what other offices do counts. */
const FOREIGN = 3;
/** The same where staff have written no phrase of the sentence. */
const ENOUGH_ALONE = 2;
/** A verb of one kanji, as 探 of 探す, says less than a noun. */
const SHORT = 0.5;
/** A page that says much less than the best is not shown. */
const WORTH = 0.45;
/** What staff have written is surer than a word by itself. */
const PHRASE = 1.3;
/** A word that is part of a phrase with a meaning of its own says little by itself. */
const WITHIN = 0.3;
/** As many clauses of a page are shown together, see `arrange.js`, and as many results are looked at. */
const TOGETHER = 4;
const LOOKED_AT = 10;
/** Pages from more files are not shown: they would cost more than they tell. */
const MOST_TEXTS = 3;
/** What a heading says for the clauses below it, and the best clause for its heading. */
const BELOW = 0.6;
const ABOVE = 0.4;
/** What a word as typed says for a clause, and for its page. */
const TYPED = 1;
const BONUS = 2;
/** What it says for a clause that staff have named it. */
const NAMED = 1.5;

const MEANS = /[\p{sc=Han}\p{sc=Katakana}\p{sc=Latin}]/u;
const LETTER = /[\p{sc=Latin}\p{N}]/u;
const HAN = /\p{sc=Han}/u;
const LATIN = /[\p{sc=Latin}\p{N}](?:[\p{sc=Latin}\p{N}'’‐-]*[\p{sc=Latin}\p{N}])?/gu;
/** Pages with one clause. */
const SHORT_PAGES = new Set(["target", "term", "institution", "volume"]);

/**
 * @param {Index} index
 * @param {string} query as typed
 * @returns {Promise<Heard | undefined>} nothing when too little of it is known
 */
export async function hear(index, query) {
  const sentence = readSentence(query);
  const phrases = await loadPhrases(index);
  const told = listen(sentence, phrases);
  return understand(sentence, told, await loadWords(index, beginningsOf(sentence, told)));
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
 * @param {Sentence} sentence
 * @param {import("./wire.js").Phrases} index
 * @returns {Told} which phrases stand in it
 */
export function listen(sentence, { says, nothing, elsewhere }) {
  const leftOut = unitsOf(nothing.flatMap((phrase) => placesOf(sentence, phrase)));
  const foreign = elsewhere.map((phrase) => unitsOf(placesOf(sentence, phrase))).filter(({ size }) => size > 0);
  const found = says.flatMap(([phrases], group) =>
    phrases.map((phrase) => ({ group, units: unitsOf(placesOf(sentence, phrase)) })).filter(({ units }) => units.size > 0),
  );
  // 店を譲る says more than 店, and is meant alone.
  const isWithin = (a, b) => b.size > a.size && [...a].every((unit) => b.has(unit));
  const all = [...found.map(({ units }) => units), ...foreign];
  const phrases = found.filter(({ units }) => !all.some((it) => isWithin(units, it)));
  return { says, phrases, leftOut, others: foreign.filter((it) => !phrases.some(({ units }) => isWithin(it, units))) };
}

/**
 * @param {Sentence} sentence
 * @param {Told} told
 * @returns {string[]} with what those words may begin that no phrase tells. The words of a language with blanks are
 *   asked for also where phrases have them: all of them may stand in a text
 */
function beginningsOf({ text, compounds, latin }, { phrases, leftOut }) {
  const words = [...latin].filter(([, ranges]) => [...unitsOf(ranges)].some((unit) => !leftOut.has(unit)));
  const isOpen = (/** @type {number} */ unit) => !leftOut.has(unit) && !phrases.some(({ units }) => units.has(unit));
  const open = compounds.filter(({ length }) => length > 1).flatMap((compound) => compound.filter(isOpen));
  return [...words.map(([key]) => key[0]), ...open.map((unit) => text[unit]).filter((it) => !LETTER.test(it))];
}

/**
 * @param {Sentence} sentence
 * @param {Told} told which phrases stand in it
 * @param {Record<string, string | number>} words of the index, with what they mean
 * @returns {Heard | undefined} nothing when what was found may be an accident
 */
export function understand(sentence, told, words) {
  const { says, leftOut } = told;
  const cuts = cut(sentence, words).map(([word, from, to]) => ({ word, means: words[word], units: unitsOf([[from, to]]) }));
  const names = cuts.flatMap(({ means, units }) => (typeof means === "number" ? [{ group: means, units }] : []));
  const phrases = [...told.phrases, ...names.filter(({ group }) => group >= 0)];
  const others = [...told.others, ...names.filter(({ group }) => group < 0).map(({ units }) => units)];
  const said = new Set(phrases.flatMap(({ units }) => [...units]));
  const other = new Set(others.flatMap((it) => [...it]));
  const ofPlan = new Set(cuts.filter(({ means }) => typeof means === "string").flatMap(({ units }) => [...units]));
  const known = new Set([...leftOut, ...ofPlan, ...said]);
  const isKnown = (/** @type {number} */ unit) => known.has(unit) && !other.has(unit);
  const compoundOf = (/** @type {number} */ unit) => sentence.compounds.find((it) => it.includes(unit)) ?? [];
  // 融合 is an accident in 核融合, of which the rest is not known.
  const heard = cuts.flatMap(({ word, means, units }) => {
    const counts = typeof means === "string" && means !== "" && ![...units].every((unit) => leftOut.has(unit));
    return counts && compoundOf([...units][0]).every(isKnown) ? [{ word, means, units }] : [];
  });
  const isSaid = (/** @type {Set<number>} */ units) => [...units].every((unit) => said.has(unit));
  const alone = sum(heard.map(({ units }) => (isSaid(units) ? 0 : weightOf(units.size))));
  // What stands in several phrases was understood once.
  const understood = alone + sum([...new Map(phrases.map(({ units }) => [[...units].join(), units.size])).values()].map(weightOf));
  const asked = sentence.compounds.filter((compound) => !compound.every((unit) => leftOut.has(unit)));
  const strange = asked.filter((it) => !it.every(isKnown) && !said.has(it[0]));
  const missed = sum(strange.map(({ length }) => weightOf(length))) + FOREIGN * others.length;
  const isEnough = understood >= 1 && understood >= missed * (phrases.length > 0 ? ENOUGH : ENOUGH_ALONE);
  if (!isEnough || (phrases.length === 0 && alone < Math.min(2, asked.length))) return undefined;
  const meanings = [
    ...phrases.map(({ group }) => {
      const [, wordings, weights, documents] = says[group];
      return meaning(wordings, true, PHRASE, weights, documents);
    }),
    ...heard.map(({ word, means, units }) =>
      meaning([word], false, (isSaid(units) ? WITHIN : 1) * weightOf(units.size), means, ""),
    ),
  ];
  return { meanings, words: wordsOf(sentence, leftOut), isOfPlan: sentence.compounds.flat().every((unit) => ofPlan.has(unit)) };
}

/**
 * @param {Sentence} sentence
 * @param {Set<number>} leftOut
 * @returns {string[]} its words that mean something, known or not; of Latin letters their keys
 */
function wordsOf({ text, compounds, latin }, leftOut) {
  const asked = compounds.filter((compound) => compound.length > 1 && !compound.every((unit) => leftOut.has(unit)));
  const words = asked.map((compound) => text.slice(compound[0], compound[compound.length - 1] + 1));
  return [...words.filter((word) => !LETTER.test(word)), ...latin.keys()];
}

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

/** @param {number} length @returns {number} how much a word of so many characters says */
const weightOf = (length) => (length > 1 ? 1 : SHORT);

/** @returns {Meaning} */
function meaning(wordings, isSaid, weight, weights, documents) {
  let number = 0;
  return {
    wordings,
    isSaid,
    weight,
    pages: readWeights(weights),
    documents: readNumbers(documents).map((gap) => (number += gap)),
  };
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

/**
 * @param {Sentence} sentence
 * @param {string} phrase its parts, parted by blanks
 * @returns {[number, number][]} where it stands in the sentence: nowhere when one of its parts does not
 */
function placesOf({ text, latin }, phrase) {
  const all = phrase.split(" ").map((part) => {
    if (latin.has(part)) return latin.get(part);
    const places = [];
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      if (stands(text, at, at + part.length)) places.push([at, at + part.length]);
    }
    return places;
  });
  return all.every(({ length }) => length > 0) ? all.flat() : [];
}

/**
 * Whether letters of a sentence may be a word: a single kanji is none beside another, and letters of Latin script
 * are words by themselves.
 */
function stands(text, from, to) {
  const word = text.slice(from, to);
  if (/^[\p{sc=Latin}\p{N}]/u.test(word)) return /[^\p{sc=Latin}\p{N}]/u.test(word);
  return to - from > 1 || (HAN.test(word) && !HAN.test(text[from - 1] ?? "") && !HAN.test(text[to] ?? ""));
}

/**
 * @param {Index} index
 * @param {Heard} heard
 * @returns {Promise<import("./look.js").Found>} the best pages with what of them answers
 */
export async function answer(index, { meanings, words }) {
  const scores = new Map();
  const best = rank(meanings);
  let shown = 0;
  const texts = new Set();
  const asked = best.filter(([page]) => {
    const text = textsOf(index, page);
    if (shown >= LOOKED_AT || (texts.size === MOST_TEXTS && !texts.has(text))) return false;
    shown += SHORT_PAGES.has(kindOf(index, page)) ? 1 : TOGETHER;
    return texts.add(text);
  });
  await Promise.all(
    asked.map(async ([page, score]) => {
      const { values, bonus } = choose(await loadPage(index, page), page, meanings, words);
      const most = Math.max(...values.values());
      // The page as a whole leads its clauses.
      for (const [document, value] of values) {
        scores.set(document, score + bonus + (document === page ? 1 : (value / most) * 0.9));
      }
    }),
  );
  const also = [...new Set(meanings.flatMap(({ isSaid, wordings }) => (isSaid ? wordings : [])))];
  const marks = [...new Set(meanings.flatMap(({ wordings }) => wordings.map(normalise)))];
  return { scores, above: [], marks, also };
}

/** @param {Meaning[]} meanings @returns {[number, number][]} pages with their scores, the best first */
function rank(meanings) {
  /** @type {Map<number, number>} */
  const pages = new Map();
  for (const { weight, pages: own } of meanings) {
    for (const [page, value] of own) pages.set(page, (pages.get(page) ?? 0) + weight * value);
  }
  const all = [...pages].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return all.filter(([, score]) => score >= all[0][1] * WORTH);
}

/**
 * @param {(Shown | undefined)[]} documents of a page
 * @param {number} page its number
 * @param {Meaning[]} meanings
 * @param {string[]} words of the sentence
 * @returns {{values: Map<number, number>, bonus: number}} what answers, by its number, the page itself in any case;
 *   and how much the words of the sentence say for the page
 */
function choose(documents, page, meanings, words) {
  const own = documents.map(() => 0);
  const heading = documents.map(() => 0);
  let bonus = 0;
  const typed = words.map((word) => ({ wordings: [word], weight: TYPED, documents: [], isTyped: true }));
  for (const { wordings, weight, documents: named, isTyped } of [...meanings, ...typed]) {
    const patterns = wordings.map(patternOf);
    const says = (/** @type {string} */ text) => patterns.some((has) => has(text));
    const inText = documents.map((it) => it !== undefined && says(it.text));
    const inHeading = documents.map((it) => it !== undefined && it.heading !== "" && says(it.heading));
    const count = inText.filter((it, i) => it || inHeading[i]).length;
    const rarity = weight * Math.log(1 + documents.length / Math.max(1, count));
    if (isTyped && count > 0) bonus += rarity * BONUS;
    documents.forEach((it, i) => {
      if (!it) return;
      if (inText[i]) own[i] += rarity;
      if (inHeading[i]) heading[i] += rarity;
      if (named.includes(page + i)) own[i] += weight * NAMED;
    });
  }
  const values = new Map();
  documents.forEach((it, i) => {
    if (!it) return;
    const isHead = it.heading !== "" && documents.findIndex((other) => other?.heading === it.heading) === i;
    const below = documents.flatMap((other, at) => (at !== i && other?.heading === it.heading ? [own[at]] : []));
    const head = documents.findIndex((other) => other?.heading === it.heading);
    const value = isHead
      ? own[i] + heading[i] + ABOVE * Math.max(0, ...below)
      : own[i] + BELOW * (heading[i] + (it.heading === "" ? 0 : own[head]));
    if (i === 0 || value > 0) values.set(page + i, value);
  });
  return { values, bonus };
}

/** @param {string} wording @returns {(text: string) => boolean} whether a text has it */
function patternOf(wording) {
  if (!/^[a-z'-]+$/u.test(wording)) {
    const normal = normalise(wording);
    return (text) => normalise(text).includes(normal);
  }
  // Of an English word the beginning is known: all its forms begin so.
  const pattern = new RegExp(`(?<![\\p{L}])${wording.replace(/i$/u, "[iy]")}\\p{L}{0,4}(?![\\p{L}])`, "iu");
  return (text) => pattern.test(text);
}
