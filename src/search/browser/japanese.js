/**
 * Other wordings of a Japanese word that stand in the texts: what is read so, sounds so, is another form of it
 * or has other kana endings. Asked only for pieces with kana, and for Latin letters that found nothing.
 */

import { isFormOf } from "./inflection.js";
import { hiraganaOf, shorten, soundOf, withLongVowels } from "./kana.js";
import { normalise } from "./normalise.js";
import { loadEntry, loadLeads } from "./wire.js";

/** @typedef {import("./wire.js").Index} Index */
/**
 * @typedef {object} Wording
 * @property {string} text normalised
 * @property {string} [shown] as readers are told; nothing for the same word, otherwise spelt
 * @property {string} [places] where it stands, as the index has it
 * @property {number} [far] 1: the same word, otherwise inflected; 2: a noun of a verb
 */
/** @typedef {[string, string]} Noun a wording and its reading */
/** @typedef {[string[], string, string]} Inflected its wordings, their stem, and the kana of which one follows */

const KANA = /^[ぁ-ゖー・]+$/u;
const KANJI = /[㐀-䶿一-鿿々]/gu;
const WORD = /^[ぁ-ゖー㐀-䶿一-鿿々]+$/u;
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
  /^(.*[㐀-䶿一-鿿々]{2})(?:する|すれ|すべ|し[てたまよなつがにやすそ]|さ[れせ]|せ[ずよね]|でき)[ぁ-ゖ]*$/u,
  /^(.*[㐀-䶿一-鿿々]{2})(?:し[続始終過]|して)[ぁ-ゖ]*[㐀-䶿一-鿿々]?[ぁ-ゖ]*$/u,
  /^(.*[㐀-䶿一-鿿々]的)[なにでだ][ぁ-ゖ]*$/u,
  /^(.*[㐀-䶿一-鿿々].*(?:やす|にく|づら))[いくかけさ][ぁ-ゖ]*$/u,
];
/** Kana that may be the reading of a word behind kanji, and what follows. What begins as a particle is none. */
const READ_BEHIND = /^(.*[㐀-䶿一-鿿々])(?![のにをがとではも])([ぁ-ゖー]{2,})([㐀-䶿一-鿿々].*)?$/u;
/** The same before kanji. */
const READ_BEFORE = /^([ぁ-ゖー]{3,})([㐀-䶿一-鿿々].*)$/u;
/** What stands behind a word in kana without being of it. */
const PARTICLE = /^(.{2,})([のにをがとではも])$/u;
/** Figures before what is counted or numbered. */
const FIGURE = /[1-9一二三四五六七八九](?=[つ次者件社人年月割本番回期位])/gu;
const FIGURES = "〇一二三四五六七八九";
/** An adjective that is made of a noun: what is left of it, and what follows. */
const NOMINAL = /^(.*[㐀-䶿一-鿿々])(?:な|に|で|だ|さ)(?:$|[ぁ-ゖ])/u;
/** Two words at most in Japanese letters, the first of which ends with kanji. */
const PHRASE = /^(.*[㐀-䶿一-鿿々][のにをがとでへはも])([ぁ-ゖー]{3,}|[ぁ-ゖ]*[㐀-䶿一-鿿々][㐀-䶿一-鿿々ぁ-ゖ]*)$/u;

/**
 * @param {Index} index
 * @param {string} piece normalised
 * @returns {Promise<Wording[]>} none twice, none the piece itself
 */
export async function reword(index, piece) {
  if (piece.length > LONGEST) return [];
  const found = KANA.test(piece)
    ? [byReading(index, piece), bySound(index, piece), byForm(index, piece), byParticle(index, piece)]
    : /^[a-zāīūēōâîûêô]/u.test(piece)
      ? byRomaji(index, piece)
      : [byEnding(piece), byFigure(piece), byPart(index, piece), byMixture(index, piece), byKanji(index, piece)];
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
  return shortest(begun.flatMap((it) => readings[it])).map(wordingOf);
}

/**
 * @param {Index} index
 * @param {string} letters normalised
 * @returns {Promise<Wording[]>[]} what they spell as it stands, and what is read or sounds so, where long vowels may be left out
 */
function byRomaji(index, letters) {
  if (letters.length < SHORTEST_ROMAJI) return [];
  return hiraganaOf(letters).flatMap(({ kana, next }) => {
    if (kana.length < 2) return [];
    const spelt = [kana, kana.replace(/(?<=.)ず/gu, "づ")].map((text) => ({ text }));
    const isBegun = next.length > 0;
    return [
      ...(isBegun ? [] : [Promise.resolve(spelt), bySound(index, kana), byForm(index, kana)]),
      byShortened(index, kana, next),
    ];
  });
}

/**
 * @param {Index} index
 * @param {string} kana
 * @param {string[]} next of which one follows, where the last syllable was begun
 * @returns {Promise<Wording[]>} what is read so but for long vowels
 */
async function byShortened(index, kana, next) {
  const begun = next.length > 0 && kana.length < NAME ? next.map((it) => kana + it) : [kana];
  const names = new Set(begun.flatMap(withLongVowels).map((it) => it.slice(0, NAME)));
  const short = shorten(kana);
  const entries = await Promise.all([...names].map(async (name) => ({ name, readings: await loadEntry(index, `r ${name}`) })));
  const read = entries.flatMap(({ name, readings = {} }) => Object.keys(readings).map((rest) => ({ rest, readings, reading: shorten(name + rest) })));
  const isRead = next.length === 0 && read.some(({ reading }) => reading === short);
  const isWhole = isRead && kana.length <= NAME;
  const fits = (/** @type {string} */ reading) =>
    isWhole ? reading === short : reading.startsWith(short) && (next.length === 0 || next.includes(reading[short.length]));
  return shortest(read.filter(({ reading }) => fits(reading)).flatMap(({ readings, rest }) => readings[rest])).map(wordingOf);
}

/** @param {[string, string?]} told @returns {Wording} */
const wordingOf = ([shown, places]) => ({ text: normalise(shown), shown, places });

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

/** @param {Index} index @param {string} kana @returns {Promise<Wording[]>} forms of a word that is read so */
async function byForm(index, kana) {
  if (kana.length < NAME) return [];
  /** @type {[string, string, string[]][]} */
  const words = (await loadEntry(index, `v ${kana.slice(0, 2)}`)) ?? [];
  const readings = (await loadEntry(index, `r ${kana.slice(0, NAME)}`)) ?? {};
  // ゆうし is 融資 rather than 有し.
  if (Object.hasOwn(readings, kana.slice(NAME))) return [];
  const fit = words.filter(([stem, next]) => isFormOf(kana, stem, next));
  return longest(fit, ([stem]) => stem).flatMap(([, , wordings]) =>
    wordings.map((text) => ({ text, far: 1 })),
  );
}

/** @param {Index} index @param {string} kana @returns {Promise<Wording[]>} a word that is read so, with a particle */
async function byParticle(index, kana) {
  const [, read, particle] = PARTICLE.exec(kana) ?? [];
  if (!read || read.length < NAME) return [];
  /** @type {Record<string, [string, string?][]>} */
  const readings = (await loadEntry(index, `r ${read.slice(0, NAME)}`)) ?? {};
  const words = Object.hasOwn(readings, read.slice(NAME)) ? readings[read.slice(NAME)] : [];
  return words.map(([shown]) => ({ text: normalise(shown) + particle }));
}

/** @param {string} piece @returns {Wording[]} 3つ for 三つ, 第三次 for 第3次 */
function byFigure(piece) {
  const text = piece.replace(FIGURE, (it) => FIGURES[Number(it)] ?? String(FIGURES.indexOf(it)));
  return text === piece ? [] : [{ text }];
}

/**
 * @template T
 * @param {T[]} words
 * @param {(word: T) => string} stemOf
 * @returns {T[]} those with the longest stem: 高めた is a form of 高める, not of 高い
 */
function longest(words, stemOf) {
  const most = Math.max(...words.map((word) => stemOf(word).length));
  return words.filter((word) => stemOf(word).length === most);
}

/**
 * @param {Index} index
 * @param {string} piece
 * @returns {Promise<Wording[]>} words of which a part was typed as it is read: けんきゅう開発, 研究かいはつ
 */
async function byMixture(index, piece) {
  const [, kana, after] = READ_BEFORE.exec(piece) ?? [];
  if (kana) {
    /** @type {Record<string, [string, string?][]>} */
    const readings = (await loadEntry(index, `r ${kana.slice(0, NAME)}`)) ?? {};
    const rests = Object.keys(readings).filter((rest) => rest.startsWith(kana.slice(NAME)));
    const fit = rests.flatMap((rest) => readings[rest]).filter(([shown]) => normalise(shown).indexOf(after) > 0);
    const sounding = await bySound(index, kana);
    return [...shortest(fit).map(wordingOf), ...sounding.map(({ text }) => ({ text: text + after }))];
  }
  const [, before, read, behind = ""] = READ_BEHIND.exec(piece) ?? [];
  if (!before) return [];
  const [words, sounding] = await Promise.all([byReading(index, read), bySound(index, read)]);
  const whole = words.map(async ({ text }) => {
    const wording = before + text + behind;
    return (await loadEntry(index, wording)) === undefined ? [] : [{ text: wording }];
  });
  const sounds = sounding.map(({ text }) => ({ text: before + text + behind }));
  return [...(await Promise.all(whole)).flat(), ...sounds];
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
  if (!/[ぁ-ゖ]/u.test(piece)) return [];
  /** @type {(Noun | Inflected)[]} */
  const words = (await loadEntry(index, `s ${(piece.match(KANJI) ?? []).join("")}`)) ?? [];
  const nouns = words.filter((word) => word.length === 2);
  const readings = nouns.flatMap(([wording, reading]) => (wording === piece ? [reading] : []));
  const spelt = nouns.filter(([, reading]) => (readings.length > 0 ? readings.includes(reading) : isReadSo(piece, reading)));
  // 円滑な tells that 円滑で and 円滑に are forms too.
  const nominal = NOMINAL.exec(piece)?.[1];
  const bare = nominal && nouns.some(([wording]) => wording === `${nominal}な`) ? [nominal] : [];
  const verbs = words.filter((word) => word.length === 3);
  const own = longest(verbs.filter(([, stem, next]) => isFormOf(piece, stem, next)), ([, stem]) => stem);
  const isAlso = (/** @type {string} */ stem, /** @type {string} */ next) =>
    own.some((it) => it[1] === stem || (it[2] === next && (stem.match(KANJI) ?? []).length > 1 && agree(stem, it[1])));
  const inflected = verbs.filter(([, stem, next]) => isAlso(stem, next));
  const forms = inflected.flatMap(([wordings, stem, next]) => [
    ...wordings,
    ...nouns.flatMap(([wording]) => (isFormOf(wording, stem, next) ? [wording] : [])),
  ]);
  // Of 取組 the reading tells that it is one of 取り組む.
  const made = inflected.flatMap(([, stem, next]) =>
    nouns.flatMap(([wording, reading]) => (isReadSo(stem + (next[1] ?? ""), reading) ? [wording] : [])),
  );
  const listed = inflected.length > 0 ? [] : verbs.flatMap(([wordings]) => wordings);
  const spellings = listed.filter((wording) => agree(piece, wording));
  return [
    ...made.map((text) => ({ text, far: 2 })),
    ...[...forms, ...spellings].map((text) => ({ text, far: 1 })),
    ...[...bare, ...spelt.map(([wording]) => wording)].map((text) => ({ text })),
  ];
}

/** @param {string} piece @param {string} reading @returns {boolean} 取組み may be とりくみ, 高めた is not こう */
function isReadSo(piece, reading) {
  if (!WORD.test(piece)) return false;
  return new RegExp(`^${piece.replace(KANJI, ".+")}$`, "u").test(reading);
}

/** @param {string} a @param {string} b with the same kanji @returns {boolean} 取組み and 取り組み, not 組み and 組む */
function agree(a, b) {
  const [kana, others] = [a.split(KANJI), b.split(KANJI)];
  // What stands before the first kanji is no ending.
  return kana[0] === others[0] && kana.every((it, i) => it.endsWith(others[i]) || others[i].endsWith(it));
}
