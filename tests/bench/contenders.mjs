// The two searches that are compared: how each is built over the same pages, what it takes on the disk, and how it is
// asked. Pagefind is the extended edition, as it comes, with a worker of its own.

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";

import { BASE } from "../browser/server.mjs";
import { ask } from "../search/evaluation/network.mjs";

const ROOT = path.join(import.meta.dirname, "../..");
const KEIKAKU = process.env.KEIKAKU ?? path.join(ROOT, "target/release/keikaku");
const PAGEFIND = path.join(ROOT, "tests/node_modules/pagefind/lib/runner/bin.cjs");

/** The pages that carry the plan: volumes, chapters, policies, initiatives. */
export const isOfPlan = (place) => /^\/ja\/industry(-\d+)?\//u.test(place);

/** All that a program prints goes to our own errors: the table stands alone. */
const run = (program, options) =>
  execFileSync(program, options, { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1e9 });

/** @param {() => void} work @returns {number} milliseconds */
function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** @param {string} site a folder with a plan @param {string} out @returns {number} milliseconds of the whole build */
export function buildSite(site, out) {
  rmSync(out, { recursive: true, force: true });
  return timed(() => run(KEIKAKU, ["build", "--site", site, "--out", out]));
}

/** @param {string} site @returns {number} milliseconds of our index alone, in all languages */
export function buildIndex(site) {
  return Number(run("cargo", ["bench", "--quiet", "--locked", "--bench", "index", "--", site]).trim());
}

/** @param {string} out the built site @param {string} pages where its pages of the plan go; @returns {number} of them */
export function copyPages(out, pages) {
  const found = files(path.join(out, "ja")).map((file) => path.relative(out, file).split(path.sep).join("/"));
  const chosen = found.filter((file) => file.endsWith("/index.html") && isOfPlan(`/${file}`));
  for (const file of chosen) {
    mkdirSync(path.join(pages, path.dirname(file)), { recursive: true });
    copyFileSync(path.join(out, file), path.join(pages, file));
  }
  return chosen.length;
}

/** @param {string} pages @param {string} out the built site, beside whose search the index goes @returns {number} ms */
export function buildPagefind(pages, out) {
  const target = path.join(out, "pagefind");
  rmSync(target, { recursive: true, force: true });
  const options = ["--site", pages, "--output-path", target, "--root-selector", "main", "--quiet"];
  return timed(() => run(process.execPath, [PAGEFIND, ...options]));
}

/** @param {string} folder @returns {string[]} all files below it */
const files = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

/**
 * @param {string} folder
 * @param {RegExp} foreign what does not count
 * @returns {{files: number, bytes: number, packed: number}} `packed`: as they travel
 */
function size(folder, foreign) {
  const counted = files(folder).filter((file) => !foreign.test(path.relative(folder, file)));
  const isPacked = (file) => /\.(pagefind|pf_\w+)$/u.test(file);
  return {
    files: counted.length,
    bytes: counted.reduce((sum, file) => sum + statSync(file).size, 0),
    packed: counted.reduce(
      (sum, file) => sum + (isPacked(file) ? statSync(file).size : gzipSync(readFileSync(file), { level: 6 }).length),
      0,
    ),
  };
}

/** Asks for the first ten with their excerpts: runs in the page. */
async function askPagefind([module, query]) {
  const start = performance.now();
  const { search } = await import(module);
  const { results } = await search(query);
  await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return performance.now() - start;
}

/** All that is found, as addresses: runs in the page. */
async function find([module, queries]) {
  const { search } = await import(module);
  const found = [];
  for (const { query, limit } of queries) {
    const { results } = await search(query, { lang: "ja", limit });
    found.push(results.map(({ url }) => url));
  }
  return found;
}

/** The same as the names under which the texts of the pages are kept: runs in the page. */
async function findPagefind([module, queries]) {
  const { search } = await import(module);
  const found = [];
  for (const { query } of queries) found.push((await search(query)).results.map(({ id }) => id));
  return found;
}

/** @param {string} out @returns {(id: string) => string} the page of a name */
function pagefindPages(out) {
  const folder = path.join(out, "pagefind/fragment");
  const url = (file) => JSON.parse(gunzipSync(readFileSync(file)).subarray("pagefind_dcd".length).toString()).url;
  const pages = new Map(files(folder).map((file) => [path.basename(file, ".pf_fragment"), url(file)]));
  return (id) => pages.get(id) ?? "";
}

/**
 * @typedef {object} Contender
 * @property {string} module
 * @property {(given: [string, string, string]) => Promise<number>} ask
 * @property {(given: [string, {query: string, limit: number}[]]) => Promise<string[][]>} find
 * @property {(out: string) => (found: string) => string} pages to which page something found belongs
 * @property {(out: string) => ReturnType<typeof size>} size for Japanese readers
 */

/** @type {Record<string, Contender>} */
export const CONTENDERS = {
  keikaku: {
    module: "search/search.js",
    ask,
    find,
    pages: () => (url) => decodeURI(url).replace(BASE, "/").split("#")[0],
    size: (out) => size(path.join(out, "search"), /^(?!ja\/)\w+\//u),
  },
  Pagefind: {
    module: "pagefind/pagefind.js",
    ask: askPagefind,
    find: findPagefind,
    pages: pagefindPages,
    // Its own boxes and highlighter are not needed to search.
    size: (out) => size(path.join(out, "pagefind"), /-ui\.|-highlight\./u),
  },
};
