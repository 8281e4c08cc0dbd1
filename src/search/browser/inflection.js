/**
 * Whether a word is a form of another: what of a Japanese word stays is its stem, and few kana follow it.
 */

const KANJI = /[㐀-䶿一-鿿々]/gu;
/** What may stand behind a stem that any kana may follow: 支え-る, -た, -ながら. */
const OPEN = /^(?:$|[るれろよたてなまずらさやにつすそはもがをのとでへば])/u;
/** What may stand behind the kana of a verb, in the order of the vowels: 行か-ない, 行き-ます, 行く, 行け-ば, 行こ-う. */
const BEHIND = [
  /^(?:$|[なずぬれせさんし])/u,
  /^(?:$|[またてなやにつすそはもがをのとでへ])/u,
  /^/u,
  /^(?:$|[ばるたてなまずれらよそ])/u,
  /^(?:$|う)/u,
];
/** The same behind the kana that a verb has before た: 行っ-た. */
const BEFORE_TA = /^(?:$|[ただてでちとど])/u;
/** The kana of a verb begin with one of each vowel, those of an adjective do not. */
const VOWELS = 5;
const OF_ADJECTIVES = "い";

/**
 * @param {string} word
 * @param {string} stem with the same kanji
 * @param {string} next the kana of which one follows the stem; none where many may
 * @returns {boolean}
 */
export function isFormOf(word, stem, next) {
  const [tail, ending] = [word, stem].map((it) => it.split(KANJI).at(-1) ?? "");
  if (!tail.startsWith(ending) || !follows(tail.slice(ending.length), next)) return false;
  const [before, others] = [word.slice(0, word.length - tail.length), stem.slice(0, stem.length - ending.length)];
  const [kana, kanaOfStem] = [before.split(KANJI), others.split(KANJI)];
  // Kana between kanji may be left out, as in 取組む, but not those before the first.
  if (kana.length !== kanaOfStem.length || kana[0] !== kanaOfStem[0]) return false;
  return kana.every((it, i) => it.endsWith(kanaOfStem[i]) || kanaOfStem[i].endsWith(it));
}

/** @param {string} tail @param {string} next */
function follows(tail, next) {
  if (!next) return OPEN.test(tail);
  const at = next.indexOf(tail[0] ?? " ");
  if (at < 0) return false;
  if (next.startsWith(OF_ADJECTIVES)) return true;
  return (at < VOWELS ? BEHIND[at] : BEFORE_TA).test(tail.slice(1));
}
