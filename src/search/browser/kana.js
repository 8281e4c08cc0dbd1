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

/**
 * @param {string} letters normalised
 * @returns {string | null} the hiragana that they spell; nothing when they spell none
 */
export function hiraganaOf(letters) {
  let kana = "";
  let rest = letters.replace(/m(?=[bmp])/gu, "n");
  while (rest) {
    const [taken, spelt] = syllable(rest) ?? [];
    if (!taken) return null;
    kana += spelt;
    rest = rest.slice(taken);
  }
  return kana;
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
