// How well an answer does, by the kind of the query. Each figure lies between 0 and 1.

import { fold } from "./sections.mjs";

/** @typedef {import("./sections.mjs").Plan} Plan */
/** @typedef {import("./asking.mjs").Answer} Answer */

/**
 * A query and what is true of it. `as`: how the plan spells what the query asks for, where it does not stand in
 * the plan as it is; a list for each word where there are several. `in`: the language in which the words stand,
 * where the query is not in the language of the site. `answers`: nodes. `accident`: wordings in which the
 * letters of the query are no word; in English these are all within other words.
 *
 * @typedef {object} Entry
 * @property {string} query
 * @property {string} [lang] of the site that is asked
 * @property {string[] | string[][]} [as]
 * @property {string} [in]
 * @property {string[]} [answers]
 * @property {string[]} [accident]
 */

/**
 * @typedef {object} Score of one query
 * @property {number} figure
 * @property {number} [first5] the share of the right ones among the first five
 * @property {number} [own5] the same, where the title above a clause does not count
 * @property {number} [nodes] the figure, where only addresses of nodes count, not those of their clauses
 * @property {number} [first1] whether the first is right
 * @property {number} [rank] one by the rank of the first right result
 * @property {string} [why] what is amiss
 */

const mean = (numbers) => numbers.reduce((sum, it) => sum + it, 0) / numbers.length;
const share = (truths) => (truths.length > 0 ? mean(truths.map(Number)) : 0);
const joined = (text) => text.replaceAll("\n", "");
const names = (sections) =>
  sections.slice(0, 4).map((it) => it?.id ?? "?").join(" ") + (sections.length > 4 ? " …" : "");

/** @param {Entry} entry @returns {string[][]} one wording of each of these must stand in a section */
export function wanted({ query, as }) {
  if (!as) return query.split(/\s+/u).map((word) => [word]);
  return Array.isArray(as[0]) ? as : [as];
}

/** @param {string} text @param {string[]} wordings */
const hasOne = (text, wordings) => wordings.some((it) => text.includes(fold(it)));

/** Whether all sections with the wording are found, and whether what comes first has it. */
export function byText(/** @type {Plan} */ plan, /** @type {Entry} */ entry, /** @type {Answer} */ answer) {
  const words = wanted(entry);
  const spoken = entry.in ?? entry.lang ?? "ja";
  const truth = plan.holding(spoken, words);
  if (truth.length === 0) throw new Error(`no section has what "${entry.query}" asks for`);
  const found = answer.results.map(({ url }) => plan.at(entry.lang ?? "ja", url));
  const ids = new Set(found.map((section) => section?.id));
  const missing = truth.filter(({ id }) => !ids.has(id));
  // A text may run over the end of a line.
  const has = (text) => words.every((wordings) => hasOne(joined(text), wordings));
  const texts = found.map((section) => (section ? plan.node(spoken, section.id) : { own: "", above: "" }));
  // A result shows the titles above it too.
  const right = texts.map(({ own, above }) => has(own + above));
  const urls = new Set(answer.results.map(({ url }) => decodeURI(url)));
  const wrong = found.slice(0, 5).filter((_, i) => !right[i]);
  const lost = missing.length > 0 ? `${missing.length} of ${truth.length} missing: ${names(missing)} ` : "";
  return {
    figure: 1 - missing.length / truth.length,
    nodes: mean(truth.map(({ id }) => Number(urls.has(plan.node(entry.lang ?? "ja", id).url)))),
    first5: share(right.slice(0, 5)),
    own5: share(texts.slice(0, 5).map(({ own }) => has(own))),
    rank: right.includes(true) ? 1 / (right.indexOf(true) + 1) : 0,
    why: lost + (wrong.length > 0 ? `wrong among the first five of ${answer.total}: ${names(wrong)}` : ""),
  };
}

/**
 * How much of what a reader judged to be the answer is among the first ten, and whether the first result leads to a
 * page that has it. Whoever lands on a clause sees the heading above it; sections with the same text (再掲) are
 * the same answer.
 */
export function byJudgement(/** @type {Plan} */ plan, /** @type {Entry} */ entry, /** @type {Answer} */ answer) {
  const lang = entry.lang ?? "ja";
  const sections = [...plan.sections(lang).values()];
  const meets = (section, id) => section.id === id || new RegExp(`^${id}[-/]`, "u").test(section.id);
  const answers = entry.answers.map((id) => {
    const { own } = plan.node(lang, id);
    const places = sections.filter((section) => section.own === own);
    return { id, met: (section) => places.some((place) => meets(section, place.id)), places };
  });
  const found = answer.results.map(({ url }) => plan.at(lang, url)).filter(Boolean);
  const missing = answers.filter(({ met }) => !found.slice(0, 10).some(met));
  // The list of terms as a whole is no answer, the page of an initiative is.
  const pages = new Set(answers.flatMap(({ places }) => places.map(({ page }) => page)));
  const isOnPage = ({ page }) => page.includes("/industry/") && pages.has(page);
  const at = found.findIndex((section) => isOnPage(section) || answers.some(({ met }) => met(section)));
  const lost = `not among the first ten: ${names(missing)}; instead, of ${answer.total}: ${names(found)}`;
  return {
    figure: 1 - missing.length / answers.length,
    first1: at === 0 ? 1 : 0,
    rank: at < 0 ? 0 : 1 / (at + 1),
    why: missing.length > 0 ? lost : "",
  };
}

/** Whether nothing is found for what does not occur. */
export function byAbsence(/** @type {Plan} */ plan, /** @type {Entry} */ entry, /** @type {Answer} */ answer) {
  const { query, lang = "ja" } = entry;
  if (plan.holding(lang, wanted(entry)).length > 0) throw new Error(`"${query}" does occur`);
  const found = answer.results.map(({ url }) => plan.at(lang, url));
  const none = answer.total === 0 && found.length === 0;
  return { figure: none ? 1 : 0, why: none ? "" : `${answer.total} found: ${names(found)}` };
}

/**
 * Of all pairs of a section with the word and one with the same letters by accident: how many stand in this order.
 */
export function byWord(/** @type {Plan} */ plan, /** @type {Entry} */ entry, /** @type {Answer} */ answer) {
  const { query, accident = [], lang = "ja" } = entry;
  const word = fold(query);
  const isWord = (text) =>
    lang === "en"
      ? new RegExp(`\\b${word}s?\\b`, "u").test(text)
      : accident.reduce((rest, it) => rest.replaceAll(fold(it), " "), text).includes(word);
  const holding = plan.holding(lang, [[query]]);
  const order = answer.results.map(({ url }) => plan.at(lang, url)?.id);
  const place = ({ id }) => (order.includes(id) ? order.indexOf(id) : Infinity);
  const words = holding.filter(({ own }) => isWord(own));
  // A section below a title with the word is none by accident.
  const accidents = holding.filter(({ own, above }) => !isWord(own) && !above.includes(word));
  if (words.length * accidents.length === 0) {
    throw new Error(`"${query}": ${words.length} sections with the word, ${accidents.length} by accident`);
  }
  const late = words.filter((it) => accidents.some((accident) => place(it) > place(accident)));
  return {
    figure: mean(words.flatMap((it) => accidents.map((accident) => Number(place(it) < place(accident))))),
    why: late.length > 0 ? `behind an accident: ${names(late)}` : "",
  };
}

/** Of all results whose section has words of the query: how many show them, each marked as a whole. */
export function byExcerpt(/** @type {Plan} */ plan, /** @type {Entry} */ entry, /** @type {Answer} */ answer) {
  const words = wanted(entry);
  const faults = answer.results.flatMap((result) => {
    const { title, excerpt, titleMarks, marks } = result;
    const section = plan.at(entry.lang ?? "ja", result.url);
    const sought = words.filter((wordings) => hasOne(joined(textOf(section, result)), wordings));
    const shown = joined(`${fold(title)}…${fold(excerpt)}`);
    if (!sought.every((wordings) => hasOne(shown, wordings))) return [`not shown: ${section?.id} ${excerpt}`];
    const marked = [...cut(title, titleMarks), ...cut(excerpt, marks)];
    const whole = !marks || sought.every((wordings) => marked.some((text) => hasOne(text, wordings)));
    return whole ? [] : [`not marked: ${section?.id} ${excerpt}`];
  });
  const all = answer.results.length;
  if (all === 0) return { figure: 0, why: "nothing found" };
  return { figure: 1 - faults.length / all, why: faults.slice(0, 2).join("; ") };
}

/** What the result can show: of a clause its own line, not the section around it. */
function textOf(section, { url, excerpt }) {
  if (!section || decodeURI(url) === section.url) return section?.own ?? "";
  const longest = excerpt.split(/[…\n]/u).reduce((a, b) => (b.length > a.length ? b : a));
  return section.own.split("\n").find((line) => line.includes(fold(longest))) ?? "";
}

/** @returns {string[]} the marked parts of a text, folded */
function cut(text, ranges = []) {
  return ranges.map(([start, end]) => joined(fold(text.slice(start, end))));
}
