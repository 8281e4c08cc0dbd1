// Measures the search of the built site in a real browser and prints a table, kind by kind:
// `node evaluate.mjs [--report] [--failures N] [--only KIND] [--large]`. Ends with 1 when a figure is below its
// floor, on either half of the queries, unless only a report is asked for. `--large` is for a plan a hundred times
// as large: what must hold there too, with queries that not too many sections meet.

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { SITE } from "../../browser/site.mjs";
import { ALL, ask, start } from "./asking.mjs";
import { byAbsence, byExcerpt, byJudgement, byText, byWord, wanted } from "./figures.mjs";
import { HUNDREDFOLD, ONCE, networkRows } from "./network.mjs";
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

/** What must hold in a plan a hundred times as large. */
const LARGE = ["exact", "absent"];

/** All results of a query with more sections than this are too many to look at. */
const MOST = 1000;

const { values: options } = parseArgs({
  options: {
    report: { type: "boolean" },
    failures: { type: "string" },
    only: { type: "string" },
    large: { type: "boolean" },
  },
});
const kinds = Object.entries(KINDS).filter(
  ([kind]) => [undefined, kind].includes(options.only) && (!options.large || LARGE.includes(kind)),
);

const queries = HALVES.map((half) => JSON.parse(readFileSync(new URL(`${half}.json`, import.meta.url), "utf8")));
const plan = new Plan(SITE);
const lab = await start(SITE);
try {
  const site = await lab.serve();
  const page = await site.freshPage();
  const rows = [];
  for (const [kind, { title, score, floor, floors = {}, limit = ALL }] of kinds) {
    const halves = [];
    for (const half of queries) {
      const entries = half[kind].filter((entry) => !options.large || plan.holding("ja", wanted(entry)).length <= MOST);
      const asked = entries.map(({ query, lang }) => ({ query, lang, limit }));
      const answers = await ask(page, site.address("search/search.js"), asked);
      halves.push(entries.map((entry, i) => ({ query: entry.query, ...score(plan, entry, answers[i]) })));
    }
    rows.push({ title, floor, floors, halves });
  }
  const { text, below } = table(rows, HALVES);
  process.stdout.write(text + failures(rows, Number(options.failures ?? 0)));
  const pairs = [undefined, "network"].includes(options.only) ? queries.flatMap((half) => half.network) : [];
  const network = await networkRows(lab, pairs, options.large ? HUNDREDFOLD : ONCE);
  process.stdout.write(network.text);
  if (below + network.above > 0 && !options.report) process.exitCode = 1;
} finally {
  await lab.close();
}
