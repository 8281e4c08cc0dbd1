// Compares the search with Pagefind over the same pages, side by side and in turn, and prints a table:
// `node search.mjs [--scale 1,100] [--rounds 3]`. The site is built by `KEIKAKU`, or by the release build of this
// repository. Takes half an hour at 100 times the text; let nothing else run.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";

import { POLICY } from "../browser/server.mjs";
import { start } from "../search/evaluation/asking.mjs";
import { LINE, cost, median } from "../search/evaluation/network.mjs";
import { Plan } from "../search/evaluation/sections.mjs";
import { CONTENDERS, buildIndex, buildPagefind, buildSite, copyPages } from "./contenders.mjs";
import { recall } from "./recall.mjs";

const ROOT = path.join(import.meta.dirname, "../..");

/** Pagefind is a program of its own kind, which the strict policy does not let run. */
const policy = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'");

const { values: options } = parseArgs({
  options: { scale: { type: "string", default: "1,100" }, rounds: { type: "string", default: "3" } },
});
const rounds = Number(options.rounds);

/** @typedef {{keikaku: number, Pagefind: number}} Both */
/** @typedef {{name: string, unit: keyof SAID, both: Both}} Row */

const SAID = {
  s: (ms) => `${(ms / 1000).toFixed(2)} s`,
  ms: (ms) => `${ms.toFixed(0)} ms`,
  KB: (bytes) => `${(bytes / 1000).toFixed(1)} KB`,
  MB: (bytes) => `${(bytes / 1e6).toFixed(2)} MB`,
  "": (count) => String(count),
  share: (figure) => figure.toFixed(3),
};

/** @param {(name: string) => number} value @returns {Both} */
const both = (value) => ({ keikaku: value("keikaku"), Pagefind: value("Pagefind") });

/** @returns {Row[]} the times of the builds, in turn; the last one stays in `out` */
function built(site, out, pages) {
  const times = { site: [], index: [], Pagefind: [] };
  for (let round = 0; round < rounds; round += 1) {
    times.site.push(buildSite(site, out));
    if (round === 0) console.error(`${copyPages(out, pages)} pages`);
    times.index.push(buildIndex(site));
    times.Pagefind.push(buildPagefind(pages, out));
  }
  const Pagefind = median(times.Pagefind);
  return [
    { name: "building the index, ours in both languages", unit: "s", both: { keikaku: median(times.index), Pagefind } },
    { name: "building it, ours with the whole site", unit: "s", both: { keikaku: median(times.site), Pagefind } },
  ];
}

/** @returns {Row[]} */
function sizes(out) {
  const size = Object.fromEntries(Object.entries(CONTENDERS).map(([name, it]) => [name, it.size(out)]));
  return [
    { name: "index on the disk, Japanese, with its program", unit: "MB", both: both((name) => size[name].bytes) },
    { name: "the same, compressed", unit: "MB", both: both((name) => size[name].packed) },
    { name: "its files", unit: "", both: both((name) => size[name].files) },
  ];
}

/** @returns {Promise<Row[]>} what queries cost on a slow line, in turn */
async function costs(lab) {
  const site = await lab.serve({ policy, line: LINE });
  const halves = ["tuning", "held-out"].map((half) => new URL(`../search/evaluation/${half}.json`, import.meta.url));
  const pairs = halves
    .flatMap((file) => JSON.parse(readFileSync(file, "utf8")).network)
    .filter(({ lang = "ja" }) => lang === "ja");
  const measured = { first: { keikaku: [], Pagefind: [] }, further: { keikaku: [], Pagefind: [] } };
  for (let round = 0; round < rounds; round += 1) {
    for (const { query, further } of pairs) {
      for (const [name, { module, ask }] of Object.entries(CONTENDERS)) {
        const page = await site.freshPage();
        measured.first[name].push(await cost(site, page, ask, [site.address(module), query, "ja"]));
        measured.further[name].push(await cost(site, page, ask, [site.address(module), further, "ja"]));
        await page.context().close();
      }
    }
  }
  const units = { bytes: "KB", requests: "", ms: "ms" };
  return Object.entries(measured).flatMap(([turn, of]) =>
    Object.entries(units).flatMap(([part, unit]) => [
      { name: `${turn} query, ${part}, median`, unit, both: both((name) => median(of[name].map((it) => it[part]))) },
      { name: `${turn} query, ${part}, most`, unit, both: both((name) => Math.max(...of[name].map((it) => it[part]))) },
    ]),
  );
}

/** @returns {Promise<Row[]>} */
async function found(lab, out) {
  const figures = await recall(await lab.serve({ policy }), out, new Plan(out));
  return Object.entries(figures).map(([kind, of]) => ({
    name: kind === "absent" ? "absent, left empty" : `${kind}, recall by page`,
    unit: "share",
    both: both((name) => of[name]),
  }));
}

/** @returns {Promise<Row[]>} all that is measured at one scale */
async function measure(folder, scale) {
  const site = scale === 1 ? ROOT : path.join(folder, String(scale));
  const replicate = path.join(ROOT, "tests/tools/replicate.mjs");
  if (scale > 1) execFileSync(process.execPath, [replicate, site, String(scale)], { stdio: ["ignore", "ignore", "inherit"] });
  const out = path.join(folder, `public-${scale}`);
  const rows = [...built(site, out, path.join(folder, `pages-${scale}`)), ...sizes(out)];
  const lab = await start(out);
  try {
    return [...rows, ...(await costs(lab)), ...(await found(lab, out))];
  } finally {
    await lab.close();
  }
}

const line = (cells) => `${cells.map((cell, i) => (i === 0 ? cell.padEnd(46) : cell.padStart(12))).join("")}\n`;

const folder = mkdtempSync(path.join(tmpdir(), "keikaku-bench-"));
try {
  const scales = options.scale.split(",").map(Number);
  const columns = [];
  for (const scale of scales) columns.push(await measure(folder, scale));
  const head = scales.flatMap((scale) => [`ours ×${scale}`, "Pagefind", "ratio"]);
  process.stdout.write(line(["", ...head]));
  columns[0].forEach(({ name, unit }, i) => {
    const cells = columns.flatMap(({ [i]: { both: { keikaku, Pagefind } } }) => [
      SAID[unit](keikaku),
      SAID[unit](Pagefind),
      unit === "share" ? "" : `${(Pagefind / keikaku).toFixed(2)}`,
    ]);
    process.stdout.write(line([name, ...cells]));
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
