/**
 * One spelling for what readers take to be the same, as `src/search/normalise.rs` has it: both follow the
 * table `tests/search/normalise.json`. A text is taken in units, a character with its marks, and no
 * unit looks at its neighbours.
 */

const UNIT = /[^][\p{M}\uFF9E\uFF9F]*/gu;
const INVISIBLE =
  /[\p{White_Space}\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;
const DASH = /[-~˗‐-―⁃−─━〜〰ー]/gu;
const KATAKANA = /[ァ-ヶヽヾ]/gu;

/**
 * @param {string} unit a character with the marks that follow it
 * @returns {string} what becomes of it; may be empty, may be several characters
 */
function foldUnit(unit) {
  return unit
    .normalize("NFKC")
    .toLowerCase()
    .replace(INVISIBLE, "")
    .replace(DASH, "ー")
    .replace(/[‘’ʼ]/gu, "'")
    .replace(/[“”]/gu, '"')
    .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/**
 * The normalised text with the way back: its i-th code unit came from `starts[i]` to `ends[i]` of the original.
 *
 * @param {string} text
 * @returns {{text: string, starts: number[], ends: number[]}}
 */
export function normaliseWithPlaces(text) {
  let normal = "";
  const starts = [];
  const ends = [];
  for (const match of text.matchAll(UNIT)) {
    const folded = foldUnit(match[0]);
    normal += folded;
    for (let i = 0; i < folded.length; i += 1) {
      starts.push(match.index);
      ends.push(match.index + match[0].length);
    }
  }
  return { text: normal, starts, ends };
}

/**
 * @param {string} text
 * @returns {string} the normalised text
 */
export function normalise(text) {
  return normaliseWithPlaces(text).text;
}
