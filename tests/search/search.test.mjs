// The search of a built index, as a reader of the site meets it. `tests/search.rs` builds the index and
// tells its folder; without it these tests are skipped.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { test } from "node:test";

const site = process.env.SEARCH_SITE;
const skip = site ? false : "no index: run by `cargo test --test search`";
const at = (path) => new URL(path, `${pathToFileURL(site)}/`);
const { search } = site ? await import(at("search/search.js")) : {};
const { normalise } = site ? await import(at("search/normalise.js")) : {};
const documents = site ? JSON.parse(readFileSync(at("documents.json"), "utf8")) : [];

/** Bytes that the queries since the last call have read. */
let moved = 0;
if (site) {
  const { useReader } = await import(at("search/loader.js"));
  useReader(async (path) => {
    const content = await readFile(at(`search/${path}`), "utf8");
    moved += Buffer.byteLength(content);
    return JSON.parse(content);
  });
}

const find = (query, limit = 10000) => search(query, { lang: "ja", limit });
const fields = ([, page, heading, text, aliases]) => [page, heading, text, ...aliases].map(normalise);
const folded = documents.map(fields);
const expected = (piece) =>
  documents.flatMap(([url], i) => (folded[i].some((it) => it.includes(piece)) ? [url] : [])).sort();
const urls = ({ results }) => results.map(({ url }) => decodeURI(url).slice(decodeURI(at("").pathname).length)).sort();

test("every piece of every kind of text is found, and nothing else", { skip }, async () => {
  // A fixed sequence of pieces: same test each time.
  let state = 1;
  const random = (below) => (state = (state * 48271) % 2147483647) % below;
  for (let i = 0; i < 400; i += 1) {
    const texts = folded[random(folded.length)].filter((text) => text.length > 0);
    const chars = Array.from(texts[random(texts.length)]);
    const from = random(chars.length);
    const piece = chars.slice(from, from + 1 + random(i % 8 === 0 ? 90 : 12)).join("");
    if (/["']/u.test(piece)) continue;
    const found = await find(`"${piece}"`);
    assert.deepEqual(urls(found), expected(piece), piece);
    assert.equal(found.total, expected(piece).length, piece);
  }
});

test("pieces across words, as readers copy them", { skip }, async () => {
  for (const query of ["学公金", "人材の育成・確保", "水", "ＤＸ", "I o T", "co2", "ﾃﾞｼﾞﾀﾙ人材"]) {
    const found = await find(query);
    assert.ok(found.total > 0, query);
    assert.deepEqual(urls(found), expected(normalise(query)), query);
  }
});

test("what does not occur gives nothing", { skip }, async () => {
  for (const query of ["存在しない語句", "zzz", "水素 zzz", "京都", "", "　 ", '""', "\ud842"]) {
    assert.deepEqual(await find(query), { total: 0, results: [] }, query);
  }
});

test("several words must all occur, in any order", { skip }, async () => {
  const [both, turned] = [await find("企業 誘致"), await find("誘致　企業")];
  assert.ok(both.total > 0);
  assert.deepEqual(urls(both), urls(turned));
  assert.deepEqual(urls(both), expected("企業").filter((url) => expected("誘致").includes(url)));
  assert.ok((await find('"企業誘致"')).total <= both.total);
});

test("a variant and a reading lead to the term", { skip }, async () => {
  for (const query of ["りもーとわーく", "リモートワーク", "東南アジア諸国連合"]) {
    const { results } = await find(query);
    assert.ok(results.slice(0, 3).some(({ kind }) => kind === "term"), query);
  }
});

test("whole words stand before neighbouring letters", { skip }, async () => {
  // 生産 is a word in 生産性, an accident in none; 産性 is no word anywhere.
  const { results } = await find("産業");
  const scores = results.map(({ score }) => score);
  assert.deepEqual(scores, [...scores].sort((a, b) => b - a));
  assert.ok(results[0].titleMarks.length > 0, "a heading that has the word leads");
});

test("an excerpt shows the match and marks it in the original spelling", { skip }, async () => {
  const { results } = await find('"ﾋﾞｯｸﾞﾃﾞｰﾀ"');
  const shown = results.find(({ marks }) => marks.length > 0);
  const [start, end] = shown.marks[0];
  assert.equal(shown.excerpt.slice(start, end), "ビッグデータ");
});

test("a query moves little", { skip }, async () => {
  const { useReader } = await import(at("search/loader.js"));
  const worst = {};
  for (const query of ["産業", "人材の育成・確保", "産学公金連携", "水素 エネルギー", "企業"]) {
    moved = 0;
    useReader(async (path) => {
      const content = await readFile(at(`search/${path}`), "utf8");
      moved += Buffer.byteLength(content);
      return JSON.parse(content);
    });
    await find(query, 20);
    worst[query] = moved;
  }
  assert.ok(Math.max(...Object.values(worst)) < 120_000, JSON.stringify(worst));
  console.log(JSON.stringify(worst));
});
