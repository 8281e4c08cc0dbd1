// What all journeys begin with: the built site behind a server, and a browser in front of it.

import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { after, before } from "node:test";

import { launch } from "./launch.mjs";
import { serve } from "./server.mjs";
import { SITE } from "./site.mjs";

export { SITE };

/** A phone on which nothing may stick out, and a desk. */
export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1280, height: 800 };

let server;
let browser;

before(async () => {
  server = await serve(SITE);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** @param {string} place in the site, as `ja/search/?q=x` or `/ja/` of the open data */
export function address(place = "") {
  return new URL(place.replace(/^\//u, ""), server.url).href;
}

/**
 * A page of its own, which notes whatever goes wrong in it.
 *
 * @param {import("node:test").TestContext} t at whose end the page is closed
 * @param {import("playwright-core").BrowserContextOptions} [options]
 * @returns {Promise<{page: import("playwright-core").Page, faults: string[]}>}
 */
export async function open(t, options = {}) {
  const context = await browser.newContext({ viewport: DESK, locale: "ja-JP", reducedMotion: "reduce", ...options });
  t.after(() => context.close());
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const faults = [];
  // A violation of the policy reaches the console as an error.
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`exception: ${error.message}`));
  page.on("requestfailed", (request) => {
    // Leaving a page ends what it still loads.
    const reason = request.failure()?.errorText;
    if (reason !== "net::ERR_ABORTED") faults.push(`request: ${request.url()} ${reason}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(server.url) && !request.url().startsWith("data:")) {
      faults.push(`leaves the site: ${request.url()}`);
    }
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`status ${response.status()}: ${response.url()}`);
  });
  return { page, faults };
}

/** @returns {string[]} every page of the site, as its folder: `ja/targets/`; the first one is `` */
export function pages() {
  return readdirSync(SITE, { recursive: true })
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => file.endsWith(".html"))
    .map((file) => file.replace(/(^|\/)index\.html$/u, "$1"))
    .sort();
}

/** @returns {{plan: object, nodes: object[], reposts: object[]}} the plan as open data */
export function plan() {
  return JSON.parse(readFileSync(path.join(SITE, "data/plan.json"), "utf8"));
}

/** @returns {string[]} the languages in which the site is built */
export function languages() {
  return readdirSync(SITE, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && statSync(path.join(SITE, entry.name, "index.html"), { throwIfNoEntry: false }))
    .map((entry) => entry.name)
    .sort();
}

/**
 * @param {import("playwright-core").Page} page
 * @returns {Promise<string | null>} the id of the element that the fragment of the address has met
 */
export function reached(page) {
  return page.evaluate(() => {
    const id = decodeURIComponent(window.location.hash.slice(1));
    return (id && document.getElementById(id)?.id) || null;
  });
}
