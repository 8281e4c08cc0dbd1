/**
 * Other wordings of a Japanese word that stand in the texts: what is read so, sounds so, is another form of it
 * or has other kana endings. Asked only for pieces with kana, and for Latin letters that found nothing.
 */

import { hiraganaOf, soundOf } from "./kana.js";
import { normalise } from "./normalise.js";
import { loadEntry, loadLeads } from "./wire.js";

/** @typedef {import("./wire.js").Index} Index */
/**
 * @typedef {object} Wording
 * @property {string} text normalised
 * @property {string} [shown] as readers are told; nothing for the same word, otherwise spelt
 * @property {string} [places] where it stands, as the index has it
 */
/** @typedef {[string, string]} Noun a wording and its reading */
/** @typedef {[string[], string, string]} Inflected its wordings, their stem, and the kana of which one follows */

const KANA = /^[ぁ-ゖー・]+$/u;
const KANJI = /[㐀-䶿一-鿿々]/gu;
/** As many kana name the readings that begin with them, see `src/search/wire.rs`. */
const NAME = 3;
/** Fewer letters spell by accident what is no Japanese. */
const SHORTEST_ROMAJI = 4;
/** A sound of fewer letters is that of too many words. */
const SHORTEST_SOUND = 4;
/** What is longer is a sentence, not a word. */
const LONGEST = 24;
/** A verb that is made of a noun, and a word that is made of a verb: what stands before the ending stays. */
const ENDINGS = [
  /^(.*[㐀-䶿一-鿿々]{2})(?:する|すれ|し[てたまよなつ]|さ[れせ]|せず|でき)[ぁ-ゖ]*$/u,
  /^(.*[㐀-䶿一-鿿々].*(?:やす|にく|づら))[いくかけさ][ぁ-ゖ]*$/u,
];
/** Two words at most in Japanese letters, the first of which ends with kanji. */
const PHRASE = /^(.*[㐀-䶿一-鿿々][のにをがとでへはも])([ぁ-ゖー]{3,}|[ぁ-ゖ]*[㐀-䶿一-鿿々][㐀-䶿一-鿿々ぁ-ゖ]*)$/u;

/**
 * @param {Index} index
 * @param {string} piece normalised
 * @returns {Promise<Wording[]>} none twice, none the piece itself
 */
export async function reword(index, piece) {
  if (piece.length > LONGEST) return [];
  const kana = KANA.test(piece) ? piece : piece.length < SHORTEST_ROMAJI ? null : hiraganaOf(piece);
  const found = kana
    ? [byReading(index, kana), bySound(index, kana)]
    : [byEnding(piece), byPart(index, piece), /[ぁ-ゖ]/u.test(piece) ? byKanji(index, piece) : []];
  const wordings = new Map((await Promise.all(found)).flat().map((wording) => [wording.text, wording]));
  wordings.delete(piece);
  return [...wordings.values()];
}

/**
 * @param {Index} index
 * @param {string} kana
 * @returns {Promise<Wording[]>} what is read so; besides, or when nothing is, what begins so
 */
async function byReading(index, kana) {
  if (kana.length < 2) return [];
  const rest = kana.slice(NAME);
  const readings = (await loadEntry(index, `r ${kana.slice(0, NAME)}`)) ?? {};
  const isRead = Object.hasOwn(readings, rest);
  // A short reading is a word of its own; a longer one may be that of a longer word, half typed.
  const isWhole = isRead && kana.length <= NAME;
  const begun = Object.keys(readings).filter((it) => (isWhole ? it === rest : it.startsWith(rest)));
  return shortest(begun.flatMap((it) => readings[it])).map(([shown, places]) => ({
    text: normalise(shown),
    shown,
    places,
  }));
}

/**
 * @param {[string, string?][]} wordings
 * @returns {[string, string?][]} those with which the others are found too
 */
function shortest(wordings) {
  return wordings.filter(([wording]) => !wordings.some(([other]) => other !== wording && wording.includes(other)));
}

/** @param {Index} index @param {string} kana @returns {Promise<Wording[]>} foreign words that sound so */
async function bySound(index, kana) {
  const sound = soundOf(kana) ?? "";
  if (sound.length < SHORTEST_SOUND) return [];
  /** @type {string[]} */
  const wordings = (await loadEntry(index, `k ${sound}`)) ?? [];
  return wordings.map((text) => ({ text }));
}

/** @param {string} piece @returns {Wording[]} what is left without an ending that tells where a word ends */
function byEnding(piece) {
  return ENDINGS.flatMap((ending) => {
    const left = ending.exec(piece)?.[1];
    return left ? [{ text: left }] : [];
  });
}

/**
 * @param {Index} index
 * @param {string} piece
 * @returns {Promise<Wording[]>} a phrase with other spellings of the word behind its last particle
 */
async function byPart(index, piece) {
  const [, before, word] = PHRASE.exec(piece) ?? [];
  if (!word) return [];
  const [wordings, leads] = await Promise.all([reword(index, word), loadLeads(index, word)]);
  const others = [...wordings.map(({ text }) => text), ...(leads ?? []).map(normalise)];
  return others.map((text) => ({ text: before + text }));
}

/**
 * Other forms and spellings of a word with kanji. Its kanji name it; the kana between and behind them must agree,
 * as far as both have them.
 *
 * @param {Index} index
 * @param {string} piece
 * @returns {Promise<Wording[]>}
 */
async function byKanji(index, piece) {
  /** @type {(Noun | Inflected)[]} */
  const words = (await loadEntry(index, `s ${(piece.match(KANJI) ?? []).join("")}`)) ?? [];
  const nouns = words.filter((word) => word.length === 2);
  const readings = nouns.flatMap(([wording, reading]) => (wording === piece ? [reading] : []));
  const spelt = nouns.filter(
    ([wording, reading]) => agree(piece, wording) && (readings.length === 0 || readings.includes(reading)),
  );
  const verbs = words.filter((word) => word.length === 3);
  const inflected = verbs.filter(([, stem, next]) => isFormOf(piece, stem, next));
  const forms = inflected.flatMap(([wordings, stem, next]) => [
    ...wordings,
    ...nouns.flatMap(([wording]) => (isFormOf(wording, stem, next) ? [wording] : [])),
  ]);
  const listed = inflected.length > 0 ? [] : verbs.flatMap(([wordings]) => wordings);
  const spellings = listed.filter((wording) => agree(piece, wording));
  return [...spelt.map(([wording]) => wording), ...spellings, ...forms].map((text) => ({ text }));
}

/** @param {string} a @param {string} b with the same kanji @returns {boolean} 取組み and 取り組み, not 組み and 組む */
function agree(a, b) {
  const [kana, others] = [a.split(KANJI), b.split(KANJI)];
  // What stands before the first kanji is no ending.
  return kana[0] === others[0] && kana.every((it, i) => it.endsWith(others[i]) || others[i].endsWith(it));
}

/** @param {string} word @param {string} stem with the same kanji @param {string} next @returns {boolean} */
function isFormOf(word, stem, next) {
  const [tail, ending] = [word, stem].map((it) => it.split(KANJI).at(-1) ?? "");
  if (!tail.startsWith(ending) || (next && !next.includes(tail[ending.length] ?? " "))) return false;
  return agree(word.slice(0, word.length - tail.length), stem.slice(0, stem.length - ending.length));
}
