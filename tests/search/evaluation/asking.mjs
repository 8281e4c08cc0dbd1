// Asks the search of the built site in a real browser, by the module that other tools call.

import { launch } from "../../browser/launch.mjs";
import { BASE, serve } from "../../browser/server.mjs";

/** More than there are sections: all that is found. */
export const ALL = 10_000;

/** @typedef {{query: string, lang?: string, limit?: number}} Question */
/** @typedef {[number, number][]} Marks ranges of a text; only our own page needs them */
/** @typedef {{url: string, title: string, excerpt: string, marks?: Marks, titleMarks?: Marks}} Result */
/** @typedef {{total: number, results: Result[]}} Answer */

/**
 * A browser, and servers for it.
 *
 * @typedef {object} Lab
 * @property {(options?: Parameters<typeof serve>[1]) => Promise<Served>} serve the site
 * @property {() => Promise<void>} close
 */

/**
 * @typedef {object} Served
 * @property {() => Promise<import("playwright-core").Page>} freshPage of the site, with an empty memory, on which
 *   nothing of the search has been loaded
 * @property {(place: string) => string} address
 * @property {() => import("../../browser/server.mjs").Traffic} traffic
 */

/** @param {string} site its folder @returns {Promise<Lab>} */
export async function start(site) {
  const browser = await launch();
  const servers = [];
  return {
    async serve(options) {
      const server = await serve(site, options);
      servers.push(server);
      const address = (place) => new URL(place, server.url).href;
      const freshPage = async () => {
        const context = await browser.newContext({ locale: "ja-JP" });
        const page = await context.newPage();
        page.setDefaultTimeout(0);
        await page.goto(address("robots.txt"));
        return page;
      };
      return { address, freshPage, traffic: server.traffic };
    },
    async close() {
      await browser.close();
      for (const server of servers) await server.close();
    },
  };
}

/**
 * @param {import("playwright-core").Page} page
 * @param {string} module the address of `search/search.js`
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
