/**
 * Reads the format of the index, which `src/search/wire.rs` describes and writes.
 */

import { load } from "./loader.js";

/** Numbers of the fields of a document. */
export const FIELD = { title: 0, heading: 1, text: 2, aliases: 3 };
const FIELDS = 4;
/** A place is one number: slot and position. No field is longer than this. */
const LONGEST = 2 ** 24;
/** Numbers between the beginnings of two pages. */
const PAGE = 64;

/**
 * @typedef {object} Index
 * @property {string} lang
 * @property {boolean} isLatin whether most of its letters are Latin
 * @property {[string, number][]} kinds of pages, each with the first number of a document of it
 * @property {string[]} others the other languages
 * @property {number} sentences how many sentence shards there are
 * @property {number[]} texts the first number of each text shard
 * @property {string} version
 * @property {number} words how many word shards there are
 */
/**
 * @typedef {object} Places
 * @property {Map<number, number>} signs by place: 1 a word begins, 2 a word ends
 * @property {Map<number, number>} below by document whose heading has it: over how many others that stands
 */
/**
 * @typedef {object} Shown
 * @property {string} url relative to the root of the site
 * @property {string} path that of its page
 * @property {string} page
 * @property {string} kind
 * @property {string} heading
 * @property {string} text
 * @property {string[]} aliases
 */
/** @typedef {[string, string, ...number[]] | 0} Told of a document: its fragment, kind, and numbers of strings */
/** @typedef {{strings: string[], pages: [number, string, number, Told[]][]}} Texts */
/**
 * @typedef {object} Phrases of citizens
 * @property {[string[], string[], string, string][]} says with what they mean: wordings, weights, documents
 * @property {string[]} nothing that mean nothing
 * @property {string[]} elsewhere that mean what the plan is not about
 */

/**
 * @param {string} lang
 * @returns {Promise<Index>}
 */
export async function loadIndex(lang) {
  const index = await load(`./${lang}/index.json`);
  let first = 0;
  return { ...index, lang, texts: readNumbers(index.texts).map((gap) => (first += gap)) };
}

/**
 * @param {Index} index
 * @param {string} name of an entry
 * @returns {Promise<any>} what the index has for it
 */
export async function loadEntry(index, name) {
  const shard = await load(`./${index.lang}/words/${hash(beginning(name)) % index.words}.json`, index.version);
  return Object.hasOwn(shard, name) ? shard[name] : undefined;
}

/** @param {string} name @returns {string} the beginning of the word that it is about */
function beginning(name) {
  const word = name.slice(name.indexOf(" ") + 1);
  return Array.from(word).slice(0, word < "\x80" ? 3 : 2).join("");
}

/**
 * @param {Index} index
 * @param {string} piece normalised
 * @returns {Promise<Places | undefined>} where it stands; nothing when the index does not tell it as one
 */
export async function loadPlaces(index, piece) {
  const encoded = await loadEntry(index, piece);
  return encoded === undefined ? undefined : decode(encoded);
}

/**
 * @param {Index} index
 * @param {string} key of a word or phrase
 * @returns {Promise<string[] | undefined>} the wordings to which it leads, as they are shown
 */
export function loadLeads(index, key) {
  return loadEntry(index, ` ${key}`);
}

/**
 * @param {Index} index
 * @param {number} document its number
 * @returns {Promise<Shown | undefined>} what is shown of it; nothing when this language lacks it
 */
export async function loadDocument(index, document) {
  const documents = await loadPage(index, document);
  return documents[document % PAGE];
}

/**
 * @param {Index} index
 * @param {number} document the number of any of its documents
 * @returns {Promise<(Shown | undefined)[]>} the documents of a page in the order of their numbers
 */
export async function loadPage(index, document) {
  /** @type {Texts} */
  const { strings, pages } = await load(`./${index.lang}/texts/${textsOf(index, document)}.json`, index.version);
  const [, path, title, documents] = pages.find(([number]) => number === pageOf(document)) ?? [0, "", 0, []];
  return documents.map((told) => {
    if (!told) return undefined;
    const [fragment, kind, ...rest] = told;
    const [heading, text, ...aliases] = rest.map((number) => strings[number]);
    return { url: fragment ? `${path}#${fragment}` : path, path, page: strings[title], kind, heading, text, aliases };
  });
}

/** @param {Index} index @returns {Promise<Phrases>} */
export const loadPhrases = (index) => load(`./${index.lang}/sentences/phrases.json`, index.version);

/**
 * @param {Index} index
 * @param {string[]} beginnings characters with which words begin
 * @returns {Promise<Record<string, string | number>>} words that begin so, and others: of the plan with their weights,
 *   names of things with the number of the phrases that mean them, -1 where the plan is not about them
 */
export async function loadWords(index, beginnings) {
  const shards = new Set(beginnings.map((first) => hash(first) % index.sentences));
  const all = [...shards].map((shard) => load(`./${index.lang}/sentences/${shard}.json`, index.version));
  return Object.assign({}, ...(await Promise.all(all)));
}

/** @param {Index} index @param {number} document @returns {number} the shard with its text */
export const textsOf = (index, document) => index.texts.findLastIndex((first) => first <= document);

/** @param {number} place @returns {number} the document */
export const documentOf = (place) => Math.floor(place / LONGEST / FIELDS);

/** @param {number} place @returns {number} the field */
export const fieldOf = (place) => Math.floor(place / LONGEST) % FIELDS;

/** @param {number} document @returns {number} the number of its page, which is that of the page's first document */
export const pageOf = (document) => document - (document % PAGE);

/** @param {number} page @returns {number} the greatest number of a document on it */
export const lastOf = (page) => page + PAGE - 1;

/** @param {Index} index @param {number} document @returns {string} the kind of its page */
export const kindOf = (index, document) => index.kinds.findLast(([, first]) => first <= document)?.[0] ?? "";

/**
 * FNV-1a over UTF-16 units.
 *
 * @param {string} text
 * @returns {number}
 */
export function hash(text) {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/**
 * @param {string} encoded
 * @returns {Places}
 */
export function decode(encoded) {
  const signs = new Map();
  const below = new Map();
  const numbers = readNumbers(encoded);
  let slot = 0;
  for (let i = 0; i < numbers.length; ) {
    const head = numbers[i++];
    slot += Math.floor(head / 2);
    if (slot % FIELDS === FIELD.heading) below.set(Math.floor(slot / FIELDS), numbers[i++]);
    let hits = head % 2 === 1 ? numbers[i++] + 2 : 1;
    for (let position = 0; hits > 0; hits -= 1) {
      const hit = numbers[i++];
      position += Math.floor(hit / 4);
      signs.set(slot * LONGEST + position, hit % 4);
    }
  }
  return { signs, below };
}

/** @param {string} encoded @returns {Map<number, number>} the weights of a word or phrase, by page */
export function readWeights(encoded) {
  const weights = new Map();
  const numbers = readNumbers(encoded);
  let page = 0;
  for (let i = 0; i < numbers.length; ) {
    const head = numbers[i++];
    page += Math.floor(head / 2);
    const weight = numbers[i++];
    for (let left = head % 2 === 1 ? numbers[i++] + 2 : 1; left > 0; left -= 1) weights.set(PAGE * page++, weight);
  }
  return weights;
}

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));

/** @param {string} encoded @returns {number[]} */
export function readNumbers(encoded) {
  const numbers = [];
  let number = 0;
  let unit = 1;
  for (const digit of encoded) {
    const value = VALUES.get(digit) ?? 0;
    number += (value % 32) * unit;
    unit *= 32;
    if (value < 32) {
      numbers.push(number);
      number = 0;
      unit = 1;
    }
  }
  return numbers;
}
