/**
 * How kanji are read: 優 may be typed for 誘, as both are ゆう. The table is loaded only for pieces that are found nowhere.
 */

import { load } from "./loader.js";

/** @typedef {Map<string, string[]>} Readings by kanji */

/** @type {Map<Record<string, string>, Readings>} */
const known = new Map();

/** @param {string} version of the index beside which the table stands @returns {Promise<Readings>} */
export async function loadReadings(version) {
  const table = await load("./kanji.json", version);
  const readings = known.get(table) ?? byKanji(table);
  known.set(table, readings);
  return readings;
}

/** @param {Record<string, string>} table the kanji by reading @returns {Readings} */
export function byKanji(table) {
  /** @type {Readings} */
  const readings = new Map();
  for (const [reading, kanji] of Object.entries(table)) {
    for (const it of kanji) readings.set(it, [...(readings.get(it) ?? []), reading]);
  }
  return readings;
}

/** @param {string} kana @returns {string} without voice and as if no letter were small: じょう and しよう are alike */
export const plain = (kana) =>
  kana
    .normalize("NFD")
    .replace(/[\u3099\u309A]/gu, "")
    .replace(/[ぁぃぅぇぉっゃゅょゎ]/gu, (small) => String.fromCharCode(small.charCodeAt(0) + 1));

/** @param {Readings} readings @param {string} one @param {string} other @returns {boolean} */
export function soundAlike(readings, one, other) {
  const others = (readings.get(other) ?? []).map(plain);
  return one === other || (readings.get(one) ?? []).some((reading) => others.includes(plain(reading)));
}

/**
 * How a word may be read.
 *
 * @param {Readings} readings
 * @param {string[]} kanji
 * @returns {string[]}
 */
export function readingsOf(readings, kanji) {
  return kanji.reduce((all, it) => all.flatMap((before) => (readings.get(it) ?? []).map((own) => before + own)), [""]);
}
