/**
 * What is left of an English word when its ending is taken off: the Snowball stemmer "English" (Porter2)
 * of Snowball 3.0, as the index has it from a library.
 */

/** @typedef {Record<string, string>} Endings from what a word has to what it gets instead */

/** @type {Endings} */
const FIXED = {
  skis: "ski", skies: "sky", idly: "idl", gently: "gentl", ugly: "ugli", early: "earli", only: "onli",
  singly: "singl", sky: "sky", news: "news", howe: "howe", atlas: "atlas", cosmos: "cosmos", bias: "bias",
  andes: "andes",
};
const BEFORE_ENDINGS =
  /^(?:gener|commun|arsen|past|univers|later|emerg|organ|inter|[^aeiouy]*[aeiouy]+[^aeiouy])/u;
const SHORT = /[^aeiouy][aeiouy][^aeiouywxY]$|^[aeiouy][^aeiouy]$|past$/u;
/** @type {Endings} */
const SECOND = {
  tional: "tion", enci: "ence", anci: "ance", abli: "able", entli: "ent", izer: "ize", ization: "ize",
  ational: "ate", ation: "ate", ator: "ate", alism: "al", aliti: "al", alli: "al", fulness: "ful",
  ousli: "ous", ousness: "ous", iveness: "ive", iviti: "ive", biliti: "ble", bli: "ble", ogist: "og",
  ogi: "og", fulli: "ful", lessli: "less", li: "",
};
/** @type {Endings} */
const THIRD = {
  tional: "tion", ational: "ate", alize: "al", icate: "ic", iciti: "ic", ical: "ic", ful: "", ness: "", ative: "",
};
const FOURTH = "al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion";

/** @param {string[]} endings */
const anyOf = (endings) => new RegExp(`(?:${endings.join("|")})$`, "u");
/** @type {[RegExp, Endings][]} */
const STEPS = [
  [anyOf(Object.keys(SECOND)), SECOND],
  [anyOf(Object.keys(THIRD)), THIRD],
  [anyOf(FOURTH.split(" ")), {}],
];
/** @type {Record<string, RegExp>} What must stand before an ending for it to be one. */
const NEEDS = { ogi: /l$/u, li: /[cdeghkmnrt]$/u, ion: /[st]$/u };

/**
 * @param {string} word of the letters a to z
 * @returns {string}
 */
export function stem(word) {
  if (word.length < 3) return word;
  if (Object.hasOwn(FIXED, word)) return FIXED[word];
  // A y that sounds as a consonant is written Y meanwhile.
  let it = word.replace(/^y/u, "Y").replace(/([aeiouy])y/gu, "$1Y");
  const first = BEFORE_ENDINGS.exec(it)?.[0].length ?? it.length;
  const second = first + (/^[^aeiouy]*[aeiouy]+[^aeiouy]/u.exec(it.slice(first))?.[0].length ?? it.length);
  it = withoutPast(withoutPlural(it), first);
  it = it.replace(/(.[^aeiouy])[yY]$/u, "$1i");
  STEPS.forEach(([pattern, instead], step) => {
    const found = pattern.exec(it);
    if (!found) return;
    const [ending] = found;
    const far = step === 2 || ending === "ative" ? second : first;
    if (found.index < far || (step !== 1 && NEEDS[ending]?.test(it.slice(0, found.index)) === false)) return;
    it = it.slice(0, found.index) + (instead[ending] ?? "");
  });
  const end = it.length - 1;
  const dropsE = it.endsWith("e") && (end >= second || (end >= first && !SHORT.test(it.slice(0, -1))));
  if (dropsE || (it.endsWith("ll") && end >= second)) it = it.slice(0, -1);
  return it.replace(/Y/gu, "y");
}

/** @param {string} it */
function withoutPlural(it) {
  if (it.endsWith("sses")) return it.slice(0, -2);
  if (/ie[sd]$/u.test(it)) return it.slice(0, it.length > 4 ? -2 : -1);
  return /[aeiouy].*[^us]s$/u.test(it) ? it.slice(0, -1) : it;
}

/** Takes off "ed", "ing" and their adverbs. @param {string} it @param {number} first */
function withoutPast(it, first) {
  const found = /(?:eed|ed|ing)(?:ly)?$/u.exec(it);
  if (!found) return it;
  const [ending] = found;
  const left = it.slice(0, found.index);
  if (ending.startsWith("eed")) {
    return found.index < first || /^(?:proc|exc|succ)$/u.test(left) ? it : `${left}ee`;
  }
  if (ending === "ing") {
    if (/^[^aeiouy]y$/u.test(left)) return `${left[0]}ie`;
    if (/^(?:inn|out|cann|herr|earr|even)$/u.test(left)) return it;
  }
  if (!/[aeiouy]/u.test(left)) return it;
  if (/(?:at|bl|iz)$/u.test(left)) return `${left}e`;
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/u.test(left)) return /^[aeo]..$/u.test(left) ? left : left.slice(0, -1);
  return left.length === first && SHORT.test(left) ? `${left}e` : left;
}
