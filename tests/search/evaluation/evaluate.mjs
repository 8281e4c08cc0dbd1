// Measures the search of the built site in a real browser and prints a table, kind by kind:
// `node evaluate.mjs [--report] [--failures N] [--only KIND]`. Ends with 1 when a figure is below its floor, on
// either half of the queries, unless only a report is asked for.

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { SITE } from "../../browser/launch.mjs";
import { ALL, ask, start } from "./asking.mjs";
import { byAbsence, byExcerpt, byJudgement, byText, byWord } from "./figures.mjs";
import { networkRows } from "./network.mjs";
import { Plan } from "./sections.mjs";
import { failures, table } from "./table.mjs";

/** The ranking is tuned with the first half only; the second tells whether it holds for queries nobody looked at. */
const HALVES = ["tuning", "held-out"];

/** Floors of the figure and of others of the score, by kind. `limit`: how many results are looked at. */
const KINDS = {
  exact: { title: "exact words, pieces, single kanji, several", score: byText, floor: 1, floors: { first5: 0.98 } },
  width: { title: "width, case, spacing, kana", score: byText, floor: 1 },
  reading: { title: "reading, half typed, romaji", score: byText, floor: 0.95 },
  variant: { title: "spelling, okurigana, kanji", score: byText, floor: 0.95 },
  inflection: { title: "inflection", score: byText, floor: 0.95 },
  slip: { title: "a slip, a wrong conversion", score: byText, floor: 0.85 },
  sentence: { title: "a sentence of a citizen", score: byJudgement, floor: 0.6, floors: { first1: 0.5 } },
  absent: { title: "what does not occur", score: byAbsence, floor: 1 },
  accident: { title: "a word before an accident", score: byWord, floor: 0.9 },
  excerpt: { title: "the excerpt shows the hit", score: byExcerpt, floor: 1, limit: 30 },
  english: { title: "English, and from one language to the other", score: byText, floor: 0.95 },
};

const { values: options } = parseArgs({
  options: { report: { type: "boolean" }, failures: { type: "string" }, only: { type: "string" } },
});

const queries = HALVES.map((half) => JSON.parse(readFileSync(new URL(`${half}.json`, import.meta.url), "utf8")));
const plan = new Plan(SITE);
const site = await start();
try {
  const page = await site.freshPage();
  const rows = [];
  for (const [kind, { title, score, floor, floors = {}, limit = ALL }] of Object.entries(KINDS)) {
    if (options.only && options.only !== kind) continue;
    const halves = [];
    for (const entries of queries.map((half) => half[kind])) {
      const answers = await ask(page, site.module, entries.map(({ query, lang }) => ({ query, lang, limit })));
      halves.push(entries.map((entry, i) => ({ query: entry.query, ...score(plan, entry, answers[i]) })));
    }
    rows.push({ title, floor, floors, halves });
  }
  const { text, below } = table(rows, HALVES);
  process.stdout.write(text + failures(rows, Number(options.failures ?? 0)));
  const pairs = [undefined, "network"].includes(options.only) ? queries.flatMap((half) => half.network) : [];
  const network = await networkRows(site, pairs);
  process.stdout.write(network.text);
  if (below + network.above > 0 && !options.report) process.exitCode = 1;
} finally {
  await site.close();
}
