// What is meant by words that stand nowhere, over an index of a few: the table's entries are those that
// `src/search/slips.rs` makes of its texts.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { useReader } from "../../src/search/browser/loader.js";
import { normalise } from "../../src/search/browser/normalise.js";
import { correct, correctQuery } from "../../src/search/browser/slip.js";

const { entries, others, kanji, slips } = JSON.parse(readFileSync(new URL("slips.json", import.meta.url), "utf8"));
const INDEX = { lang: "ja", isLatin: false, kinds: [], others: [], sentences: 1, texts: [], version: "", words: 1 };
const begin = () => useReader(async (path) => (path === "./kanji.json" ? kanji : { ...entries, ...others }));

for (const [typed, expected] of slips) {
  test(`${typed} may be ${expected.map(([shown]) => shown).join(", ") || "nothing else"}`, async () => {
    begin();
    const meant = await correct(INDEX, normalise(typed));
    assert.deepEqual(meant.map(({ shown, sure }) => [shown, sure]), expected);
    for (const { text, shown } of meant) assert.equal(text, normalise(shown));
  });
}

test("a query is corrected word by word, and only as a whole", async () => {
  begin();
  assert.deepEqual(await correctQuery(INDEX, "人材　海外展会"), { corrected: "人材 海外展開", doubtful: [] });
  assert.deepEqual(await correctQuery(INDEX, "人材 商店外"), { doubtful: ["人材 商店街"] });
  for (const query of ["海外展会 水族館", '"海外展会"', "人材", ""]) {
    assert.deepEqual({ corrected: undefined, ...(await correctQuery(INDEX, query)) }, { corrected: undefined, doubtful: [] }, query);
  }
});
