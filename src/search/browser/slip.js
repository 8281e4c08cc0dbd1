/**
 * What is meant by a piece of a query that stands nowhere, nor anything to which it leads: a wording of the texts from
 * which it differs by a slip, or which is read as it is.
 *
 * What is sure is looked for instead. What is doubtful, as it may be a word of its own, is only told to the reader.
 */

import { find } from "./find.js";
import { compare, isSure, mayBe } from "./judge.js";
import { hiraganaOf } from "./kana.js";
import { loadReadings, plain, readingsOf } from "./kanji.js";
import { look } from "./look.js";
import { normalise } from "./normalise.js";
import { parseQuery } from "./query.js";
import { loadEntry } from "./wire.js";

/** @typedef {import("./wire.js").Index} Index */
/** @typedef {import("./judge.js").Slip} Slip */
/**
 * @typedef {object} Meant
 * @property {string} text normalised
 * @property {string} shown as readers are told
 * @property {boolean} sure
 */
/** @typedef {{shown: string, sure: boolean, slip: Slip}} Wording */

const KANJI = "[㐀-䶿一-鿿々]";
const ALL_KANJI = new RegExp(`^${KANJI}{2,3}$`, "u");
const HAS_KANJI = new RegExp(KANJI, "u");
const KANA = /^[ぁ-ゖー]+$/u;
const LATIN = /^[a-z]+$/u;
const PARTICLES = "[のをにがとでへはもや]{1,2}";
const ALL_PARTICLE = new RegExp(`^${PARTICLES}$`, "u");
/** Fewer characters are too few to tell a slip from another word, but for what is read alike. */
const SHORTEST = 4;
/** What is longer, or has more than two words and what stands between them, is a sentence. */
const LONGEST = 24;
const MOST_PARTS = 3;
/** As many characters name the wordings that begin or end with them, and readings, see `src/search/wire.rs`. */
const NAME = 2;
const NAME_OF_READING = 3;
/** More ways to read some kanji are not asked for. */
const MOST_NAMES = 4;
/** Slips in shorter readings lead to many words. */
const SHORTEST_READING = 7;
const SHORTEST_WITH_LONG_VOWEL = 5;
const MOST_SUGGESTIONS = 3;

/**
 * A query with what is meant instead of its words that are found nowhere.
 *
 * @param {Index} index
 * @param {string} query as typed
 * @returns {Promise<{corrected?: string, doubtful: string[]}>} what is meant for sure, and what may be meant
 */
export async function correctQuery(index, query) {
  if (/["＂“”]/u.test(query)) return { doubtful: [] };
  const words = query.trim().split(/\p{White_Space}+/u);
  const meant = await Promise.all(words.map((word) => meantBy(index, word)));
  if (!meant.every((wordings) => wordings.length > 0)) return { doubtful: [] };
  const instead = (/** @type {number} */ i) => meant.map((wordings) => (wordings[i] ?? wordings[0]).shown).join(" ");
  const most = Math.min(MOST_SUGGESTIONS, Math.max(...meant.map(({ length }) => length)));
  const queries = [...new Set(Array.from({ length: most }, (_, i) => instead(i)))].filter((it) => it !== query.trim());
  if (!meant.every(([best]) => best.sure)) return { doubtful: queries };
  return { corrected: queries[0], doubtful: queries.slice(1) };
}

/** @param {Index} index @param {string} word as typed @returns {Promise<Meant[]>} the word itself where it is found */
async function meantBy(index, word) {
  const [piece] = parseQuery(word);
  if (!piece) return [];
  const isFound = (await look(index, piece)).scores.size > 0;
  return isFound ? [{ text: piece.text, shown: word, sure: true }] : correct(index, piece.text);
}

/**
 * @param {Index} index
 * @param {string} piece normalised, found nowhere
 * @returns {Promise<Meant[]>} what may be meant, the likeliest first
 */
export async function correct(index, piece) {
  const parts = cut(piece);
  if (piece.length > LONGEST || parts.length > MOST_PARTS) return [];
  const wordings = await wordingsFor(index, piece);
  const asOne = wordings.map(({ shown, sure }) => ({ text: normalise(shown), shown, sure }));
  return asOne.some(({ sure }) => sure) ? asOne : [...asOne, ...(await correctPart(index, parts))];
}

/**
 * @param {Index} index
 * @param {string[]} parts words and the particles between them
 * @returns {Promise<Meant[]>} the same with what may be meant by the one that is found nowhere
 */
async function correctPart(index, parts) {
  const isWrong = async (/** @type {string} */ part) =>
    !ALL_PARTICLE.test(part) && (await find(index, part, true)).scores.size === 0;
  const wrong = await Promise.all(parts.map(isWrong));
  const at = wrong.indexOf(true);
  if (parts.length === 1 || at < 0 || wrong.lastIndexOf(true) !== at) return [];
  const meant = (await wordingsFor(index, parts[at])).map(async (wording) => {
    const shown = [...parts.slice(0, at), wording.shown, ...parts.slice(at + 1)].join("");
    const text = normalise(shown);
    // The words around it tell which is meant, where all of them stand so in the texts.
    return { text, shown, sure: (await find(index, text)).scores.size > 0 };
  });
  return (await Promise.all(meant)).sort((a, b) => Number(b.sure) - Number(a.sure));
}

/** @param {string} piece @returns {string[]} the words and the particles between them */
function cut(piece) {
  const behindKanji = new RegExp(`(${KANJI})(${PARTICLES})(?=.)`, "gu");
  const beforeKanji = new RegExp(`(${PARTICLES})(?=${KANJI})`, "gu");
  return piece.replace(behindKanji, "$1 $2 ").replace(beforeKanji, " $1 ").split(/ +/u).filter(Boolean);
}

/** @param {{next: string[]}} spelt @returns {boolean} whether the last syllable was typed to its end */
const isWhole = ({ next }) => next.length === 0;

/** @param {Index} index @param {string} word @returns {Promise<Wording[]>} the likeliest first, none twice */
async function wordingsFor(index, word) {
  const kana = KANA.test(word) ? word : LATIN.test(word) ? hiraganaOf(word).find(isWhole)?.kana : null;
  const all = await Promise.all([
    word.length < SHORTEST ? [] : bySpelling(index, word),
    ALL_KANJI.test(word) ? bySound(index, word) : [],
    kana && kana.length >= SHORTEST_WITH_LONG_VOWEL ? byReading(index, kana) : [],
  ]);
  const order = (/** @type {Wording} */ { sure, slip }) => slip.order + (sure ? 0 : 10);
  const wordings = all.flat().sort((a, b) => order(a) - order(b));
  return wordings.filter(({ shown }, i) => wordings.findIndex((other) => other.shown === shown) === i);
}

/**
 * @param {Index} index
 * @param {string} word
 * @returns {Promise<Wording[]>} what begins or ends with the same characters and differs by one slip
 */
async function bySpelling(index, word) {
  const typed = Array.from(word);
  const names = [`f ${typed.slice(0, NAME).join("")}`, `b ${typed.slice(-NAME).join("")}`];
  // Those in the middle of four may be turned.
  if (typed.length === SHORTEST) names.push(`f ${typed[0]}${typed[2]}`);
  const [readings, ...entries] = await Promise.all([
    HAS_KANJI.test(word) ? loadReadings(index.version) : new Map(),
    ...names.map((name) => loadEntry(index, name)),
  ]);
  const found = entries.flatMap((entry, i) => {
    /** @type {string[]} */
    const runs = entry ? entry.split(" ") : [];
    const parts = runs.map((run) => run.split("|")).flatMap(names[i].startsWith("b") ? endings : beginnings);
    return parts.flatMap((words) => {
      const meant = words.map((it) => Array.from(normalise(it)));
      const slip = compare(typed, meant.flat(), readings);
      return slip && mayBe(slip, meant.flat()) ? [{ shown: words.join(""), sure: isSure(slip, meant), slip }] : [];
    });
  });
  // 会社 is no slip for 社会, where the texts have both.
  const isWord = async (/** @type {Slip} */ { kind, wrong }) =>
    kind === "turned" && ALL_KANJI.test(wrong.join("")) && (await find(index, wrong.join(""), true)).scores.size > 0;
  return Promise.all(found.map(async (it) => ({ ...it, sure: it.sure && !(await isWord(it.slip)) })));
}

/** @param {string[]} run words @returns {string[][]} what begins as it does */
const beginnings = (run) => [...run.map((_, n) => run.slice(0, n + 1)), ...singular(run)];

/** @param {string[]} run words @returns {string[][]} what ends as it does */
const endings = (run) => [...run.map((_, n) => run.slice(n)), ...singular(run)];

/** @param {string[]} run @returns {string[][]} */
const singular = ([word]) => (/^[a-z]+(?:[^eis]|[^is]e)s$/u.test(word) ? [[word.slice(0, -1)]] : []);

/**
 * @param {Index} index
 * @param {string} word of two or three kanji
 * @returns {Promise<Wording[]>} words of as many kanji that are read so
 */
async function bySound(index, word) {
  const readings = await loadReadings(index.version);
  const typed = Array.from(word);
  const ways = readingsOf(readings, typed);
  const alike = new Set(ways.map(plain));
  const read = await loadReadingsOf(index, ways);
  return read.flatMap(({ reading, wordings }) => {
    if (!alike.has(plain(reading))) return [];
    return wordings.flatMap((shown) => {
      const meant = Array.from(normalise(shown));
      const slip = ALL_KANJI.test(shown) ? compare(typed, meant, readings) : null;
      return slip ? [{ shown, sure: isSure(slip, [meant]), slip }] : [];
    });
  });
}

/** @param {Index} index @param {string} kana @returns {Promise<Wording[]>} what is read so, but for one slip */
async function byReading(index, kana) {
  const typed = Array.from(kana);
  const read = await loadReadingsOf(index, [kana]);
  return read.flatMap(({ reading, wordings }) => {
    const meant = Array.from(reading);
    const slip = compare(typed, meant, new Map());
    const isLongVowel = slip && /^[うー]$/u.test(slip.wrong.concat(slip.right).join(""));
    const least = isLongVowel ? SHORTEST_WITH_LONG_VOWEL : SHORTEST_READING;
    if (!slip || meant.length < least || !isSure(slip, [meant])) return [];
    return wordings.map((shown) => ({ shown, sure: true, slip }));
  });
}

/**
 * @param {Index} index
 * @param {string[]} ways to read a word
 * @returns {Promise<{reading: string, wordings: string[]}[]>} the readings that begin like them
 */
async function loadReadingsOf(index, ways) {
  const names = [...new Set(ways.map((way) => way.slice(0, NAME_OF_READING)))].slice(0, MOST_NAMES);
  const entries = await Promise.all(names.map((name) => loadEntry(index, `r ${name}`)));
  return entries.flatMap((entry, i) =>
    Object.entries(entry ?? {}).map(([rest, told]) => ({
      reading: names[i] + rest,
      wordings: told.map((/** @type {[string, string?]} */ [shown]) => shown),
    })),
  );
}
