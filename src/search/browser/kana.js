/**
 * Kana and how they sound.
 */

/** As in `src/search/sounds.rs`: kana by consonant, in the order of the vowels. */
const ROWS =
  "-あいうえお kかきくけこ gがぎぐげご sさしすせそ zざじずぜぞ tたちつてと dだ__でど z_ぢづ__ nなにぬねの hはひふへほ " +
  "bばびぶべぼ pぱぴぷぺぽ mまみむめも rらりるれろ yや_ゆ_よ wわゐ_ゑを b__ゔ__";
const SOUNDS = new Map();
for (const [consonant, ...kana] of ROWS.split(" ")) {
  kana.forEach((it, i) => SOUNDS.set(it, (consonant === "-" ? "" : consonant) + "aiueo"[i]));
}
/** @type {Record<string, string>} */
const SMALL = { ぁ: "a", ゃ: "a", ぃ: "i", ぅ: "u", ぇ: "e", ぉ: "o", ょ: "o" };

/**
 * One name for the spellings of a foreign word, as `src/search/sounds.rs` has it: both follow the table
 * `tests/search/sounds.json`.
 *
 * @param {string} word normalised
 * @returns {string | null} nothing for what is not all kana
 */
export function soundOf(word) {
  let sound = "";
  const pushVowel = (/** @type {string} */ vowel) => {
    if (!/[aiueo]$/u.test(sound)) sound += sound.endsWith("d") && vowel === "e" ? "i" : vowel;
  };
  for (const kana of word) {
    if ("ーっ・ゅ".includes(kana)) continue;
    if (kana === "ん") sound += "N";
    else if (Object.hasOwn(SMALL, kana)) {
      if (!/[^aiueoN][aiueo]$/u.test(sound)) continue;
      sound = sound.slice(0, -1);
      pushVowel(SMALL[kana]);
    } else {
      const syllable = SOUNDS.get(kana);
      if (!syllable) return null;
      sound += syllable.slice(0, -1);
      pushVowel(syllable.slice(-1));
    }
  }
  return sound;
}

/** @type {Record<string, string>} What typists write otherwise than the table of rows says. */
const SPELT = { shi: "し", chi: "ち", tsu: "つ", fu: "ふ", ji: "じ", di: "ぢ", du: "づ", wo: "を", vu: "ゔ" };
/** @type {Record<string, string>} */
const GLIDES = { sh: "し", ch: "ち", j: "じ", f: "ふ", v: "ゔ" };
const KANA = new Map([...SOUNDS].reverse().map(([kana, sound]) => [sound, kana]));
/** @type {Record<string, string>} */
const SMALL_Y = { a: "ゃ", u: "ゅ", o: "ょ", e: "ぇ", i: "ぃ" };
/** @type {Record<string, string>} */
const SMALL_VOWEL = { a: "ぁ", i: "ぃ", u: "ぅ", e: "ぇ", o: "ぉ" };

/** @type {Record<string, string>} Letters with a sign for a long vowel. */
const LONG = { ā: "aa", ī: "ii", ū: "uu", ē: "ee", ō: "ou", â: "aa", î: "ii", û: "uu", ê: "ee", ô: "ou" };
/** Consonants with which a syllable may begin that is not typed to its end, and those of the table of rows. */
const BEGUN = /(?:sh?|ch?|ts?|[kgztdhbpmrwjf])y?$/u;
/** @type {Record<string, string>} */
const CONSONANTS = { sh: "s", ch: "t", c: "t", ts: "t", j: "z", f: "h" };

/**
 * @param {string} letters normalised
 * @returns {{kana: string, next: string[]}[]} the hiragana that they may spell, and of which kana one follows, where
 *   the last syllable was begun; none when they spell none
 */
export function hiraganaOf(letters) {
  const plain = letters.replace(/[āīūēōâîûêô]/gu, (it) => LONG[it]).replace(/m(?=[bmp])/gu, "n");
  const begun = /[aiueon']/u.test(plain.slice(-1)) ? undefined : BEGUN.exec(plain)?.[0];
  const whole = begun ? plain.slice(0, -begun.length) : plain;
  const consonant = (begun ?? "").replace(/(?<=.)y$/u, "");
  const row = CONSONANTS[consonant] ?? consonant;
  const next = begun ? [...SOUNDS].flatMap(([kana, sound]) => (sound.slice(0, -1) === row ? [kana] : [])) : [];
  // Typists who know ん write kinyuu for kin'yuu too.
  const spelt = new Set([whole, whole.replace(/n(?=y)/gu, "n'")].map(spell));
  return [...spelt].flatMap((kana) => (kana ? [{ kana, next }] : []));
}

/** @param {string} letters @returns {string | null} */
function spell(letters) {
  let kana = "";
  let rest = letters;
  while (rest) {
    const [taken, spelt] = syllable(rest) ?? [];
    if (!taken) return null;
    kana += spelt;
    rest = rest.slice(taken);
  }
  return kana;
}

const O_OR_U = "[おこごそぞとどのほぼぽもよろょうくぐすずつづぬふぶぷむゆるゅ]";

/** @param {string} kana @returns {string} without the second letter of a long o or u, and with one letter for alike ones */
export const shorten = (kana) =>
  kana.replace(new RegExp(`(?<=${O_OR_U})[うお]`, "gu"), "").replace(/ー/gu, "").replace(/づ/gu, "ず").replace(/ぢ/gu, "じ");

/** @param {string} kana @returns {string[]} it, and what it is when one of its first o or u is long */
export function withLongVowels(kana) {
  const long = [...kana].slice(0, 2).flatMap((it, i) =>
    new RegExp(O_OR_U, "u").test(it) ? [`${kana.slice(0, i + 1)}う${kana.slice(i + 1)}`] : [],
  );
  return [kana, ...long];
}

/** @param {string} letters @returns {[number, string] | undefined} how many are taken, and what they spell */
function syllable(letters) {
  if (/^([^aiueon])\1/u.test(letters) || /^tch/u.test(letters)) return [1, "っ"];
  if (/^n(?:[^aiueoyn']|$)|^nn(?![aiueoy])/u.test(letters)) return [letters.startsWith("nn") ? 2 : 1, "ん"];
  if (/^nn|^n'/u.test(letters)) return [1 + Number(letters[1] === "'"), "ん"];
  if (letters.startsWith("ー")) return [1, "ー"];
  const [whole, glide, y, vowel] = /^(sh|ch|ts|[^aiueo]?)(y?)([aiueo])/u.exec(letters) ?? [];
  if (!whole) return undefined;
  if (SPELT[whole]) return [whole.length, SPELT[whole]];
  if (GLIDES[glide] && !y) return [whole.length, GLIDES[glide] + (/[fv]/u.test(glide) ? SMALL_VOWEL : SMALL_Y)[vowel]];
  const plain = KANA.get(whole);
  if (plain) return [whole.length, plain];
  const row = y && glide && KANA.get(`${glide}i`);
  return row ? [whole.length, row + SMALL_Y[vowel]] : undefined;
}
