/**
 * Reads the format of the index, which `src/search/wire.rs` describes and writes.
 */

import { load } from "./loader.js";

/** Numbers of the fields of a document. */
export const FIELD = { title: 0, heading: 1, text: 2, aliases: 3 };
const FIELDS = 4;
/** A place is one number: slot and position. No field is longer than this. */
const LONGEST = 2 ** 24;

/** @typedef {{grams: number, others: string[], sentences: number, texts: number, version: string, words: boolean, lang: string}} Index */
/** @typedef {Map<number, number>} Places from place to signs: 1 a word begins, 2 a word ends */
/** @typedef {{url: string, page: string, kind: string, heading: string, text: string, aliases: string[]}} Shown */

/**
 * @param {string} lang
 * @returns {Promise<Index>}
 */
export async function loadIndex(lang) {
  return { ...(await load(`./${lang}/index.json`)), lang };
}

/**
 * @param {Index} index
 * @param {string} entry a gram, a blank and a key, or the name of an entry of words
 * @returns {Promise<any>} what the index has for it
 */
export async function loadEntry(index, entry) {
  const shard = await load(`./${index.lang}/grams/${hash(entry) % index.grams}.json`, index.version);
  return Object.hasOwn(shard, entry) ? shard[entry] : undefined;
}

/**
 * @param {Index} index
 * @param {string} gram one or two normalised characters
 * @returns {Promise<Places>} where it stands
 */
export async function loadPlaces(index, gram) {
  return decode((await loadEntry(index, gram)) ?? "");
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
 * @returns {Promise<Shown | undefined>} what is shown of it; undefined when this language lacks it
 */
export async function loadDocument(index, document) {
  const number = Math.floor(document / index.texts);
  const shard = await load(`./${index.lang}/texts/${number}.json`, index.version);
  if (!shard.documents[document % index.texts]) return undefined;
  const [page, fragment, kind, heading, text, aliases] = shard.documents[document % index.texts];
  const [path, title] = shard.pages[page];
  return { url: fragment ? `${path}#${fragment}` : path, page: title, kind, heading, text, aliases };
}

/**
 * @param {Index} index
 * @param {string[]} beginnings characters with which words begin
 * @returns {Promise<{words: Record<string, string>, says: [string[], string[], [number, number][]][]}[]>} the
 *   shards that have such words, and phrases that begin with them
 */
export function loadSentences(index, beginnings) {
  const shards = new Set(beginnings.map((first) => hash(first) % index.sentences));
  return Promise.all([...shards].map((shard) => load(`./${index.lang}/sentences/${shard}.json`, index.version)));
}

/** @param {number} place @returns {number} the document */
export const documentOf = (place) => Math.floor(place / LONGEST / FIELDS);

/** @param {number} place @returns {number} the field */
export const fieldOf = (place) => Math.floor(place / LONGEST) % FIELDS;

/**
 * FNV-1a over UTF-16 units.
 *
 * @param {string} gram
 * @returns {number}
 */
export function hash(gram) {
  let value = 0x811c9dc5;
  for (let i = 0; i < gram.length; i += 1) value = Math.imul(value ^ gram.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/**
 * @param {string} encoded
 * @returns {Places}
 */
export function decode(encoded) {
  const places = new Map();
  const numbers = readNumbers(encoded);
  let slot = 0;
  for (let i = 0; i < numbers.length; ) {
    const head = numbers[i++];
    slot += Math.floor(head / 2);
    let hits = head % 2 === 1 ? numbers[i++] + 2 : 1;
    for (let position = 0; hits > 0; hits -= 1) {
      const hit = numbers[i++];
      position += Math.floor(hit / 4);
      places.set(slot * LONGEST + position, hit % 4);
    }
  }
  return places;
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
