// How much each search finds, by page: only pages that both have count.

import { readFileSync } from "node:fs";

import { wanted } from "../search/evaluation/figures.mjs";
import { CONTENDERS, isOfPlan } from "./contenders.mjs";

/** @typedef {import("../search/evaluation/figures.mjs").Entry} Entry */

const KINDS = ["exact", "width", "reading", "inflection", "sentence", "absent"];
const ALL = 100_000;

/** @type {Record<string, Entry[]>} the queries in Japanese of the half that the engineers know */
const queries = JSON.parse(readFileSync(new URL("../search/evaluation/tuning.json", import.meta.url), "utf8"));

const mean = (numbers) => numbers.reduce((sum, it) => sum + it, 0) / numbers.length;

/** A page of any of the copies of a volume: in the large plan one is as right as the other, and all count once. */
const ofAnyCopy = (page) => page.replace(/-\d+(?=\/)/gu, "");

/**
 * @param {import("../search/evaluation/sections.mjs").Plan} plan
 * @param {string} kind
 * @param {Entry} entry
 * @param {Map<string, string>} pages of nodes, without the numbers of copies
 * @returns {string[]} the pages that are right
 */
function right(plan, kind, entry, pages) {
  const found =
    kind === "sentence"
      ? entry.answers.map((id) => pages.get(id))
      : plan.holding("ja", wanted(entry)).map(({ page }) => page);
  return [...new Set(found)].filter(isOfPlan);
}

/**
 * @param {string} kind
 * @param {string[]} truth
 * @param {string[]} found pages, the best first, each once
 * @returns {number} the share of the right ones that is found; of a sentence, among the first ten; of what does not
 *   occur, whether nothing is found
 */
function figure(kind, truth, found) {
  if (kind === "absent") return Number(found.length === 0);
  const seen = kind === "sentence" ? [...new Set(found.map(ofAnyCopy))].slice(0, 10) : found;
  return mean(truth.map((page) => Number(seen.includes(page))));
}

/**
 * @param {import("../search/evaluation/asking.mjs").Served} site
 * @param {string} out its folder
 * @param {import("../search/evaluation/sections.mjs").Plan} plan
 * @returns {Promise<Record<string, Record<string, number>>>} by kind and contender
 */
export async function recall(site, out, plan) {
  const pages = new Map([...plan.sections("ja").values()].map(({ id, page }) => [
    id.replace(/^([^/]+?)-\d+(?=\/|$)/u, "$1"),
    ofAnyCopy(page),
  ]));
  const figures = {};
  for (const kind of KINDS) {
    const entries = queries[kind].filter(({ lang = "ja" }) => lang === "ja");
    const truths = entries.map((entry) => (kind === "absent" ? [] : right(plan, kind, entry, pages)));
    const kept = entries.map((_, i) => i).filter((i) => kind === "absent" || truths[i].length > 0);
    figures[kind] = {};
    for (const [name, { module, find, pages: pageOf }] of Object.entries(CONTENDERS)) {
      const page = await site.freshPage();
      const toPage = pageOf(out);
      const asked = kept.map((i) => ({ query: entries[i].query, limit: ALL }));
      const found = await page.evaluate(find, [site.address(module), asked]);
      await page.context().close();
      const all = found.map((one) => [...new Set(one.map(toPage))].filter((it) => kind === "absent" || isOfPlan(it)));
      figures[kind][name] = mean(all.map((one, at) => figure(kind, truths[kept[at]], one)));
    }
  }
  return figures;
}
