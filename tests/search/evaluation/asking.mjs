// Asks the search of the built site in a real browser, by the module that other tools call.

import { SITE, launch } from "../../browser/launch.mjs";
import { BASE, serve } from "../../browser/server.mjs";

/** More than there are sections: all that is found. */
export const ALL = 10_000;

/** @typedef {{query: string, lang?: string, limit?: number}} Question */
/** @typedef {[number, number][]} Marks ranges of a text; only our own page needs them */
/** @typedef {{url: string, title: string, excerpt: string, marks?: Marks, titleMarks?: Marks}} Result */
/** @typedef {{total: number, results: Result[]}} Answer */

/** A server and a browser in front of it. */
export async function start() {
  const server = await serve(SITE);
  const browser = await launch();
  const address = (place) => new URL(place, server.url).href;
  return {
    /** A page of the site on which nothing of the search has been loaded. */
    async freshPage() {
      const context = await browser.newContext({ locale: "ja-JP" });
      const page = await context.newPage();
      await page.goto(address("robots.txt"));
      return page;
    },
    module: address("search/search.js"),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/**
 * @param {import("playwright-core").Page} page
 * @param {string} module
 * @param {Question[]} questions
 * @returns {Promise<Answer[]>} in their order
 */
export async function ask(page, module, questions) {
  const answers = await page.evaluate(
    async ([address, all]) => {
      const { search } = await import(address);
      const answers = [];
      for (const { query, lang, limit } of all) answers.push(await search(query, { lang, limit }));
      return answers;
    },
    [module, questions.map(({ query, lang = "ja", limit = ALL }) => ({ query, lang, limit }))],
  );
  for (const { results } of answers) {
    for (const result of results) result.url = result.url.replace(BASE, "/");
  }
  return answers;
}
