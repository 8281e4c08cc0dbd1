// The script that sites carry answers as the modules do of which it is made.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";

import { open } from "./site.mjs";

const { skip, at, search, documents, languages } = await open("SEARCH_SITE");

/** Of every kind of query one, besides what the documents themselves say. */
const QUERIES = [
  "", '"人材の育成"', "展示会 海外", "瀬", "けんきゅうかいはつ", "kenkyuu", "センタ", "取組み", "強化した", "ＡＩ", "I o T",
  "店を大きくする資金がほしい", "どうすれば若い人が戻ってくるか教えてください", "水族館", "hydrogen", "support for companies", "研究開発拠店",
];

/** @param {Awaited<ReturnType<typeof search>>} answer @returns {object} with places as the index has them */
function inSite({ results, ...answer }, root) {
  const place = (url) => url && decodeURI(url).slice(decodeURI(root.pathname).length);
  return { ...answer, results: results.map((it) => ({ ...it, url: place(it.url), pageUrl: place(it.pageUrl) })) };
}

test("the script answers as the modules", { skip }, async () => {
  globalThis.fetch = async (address) => new Response(await readFile(new URL(address)));
  const script = await import(at("search/search.js"));
  assert.deepEqual(Object.keys(script), ["search"]);
  const titles = documents.filter((_, i) => i % 40 === 0).map(([, page, heading]) => heading || page);
  let found = 0;
  for (const lang of languages) {
    for (const query of [...QUERIES, ...titles]) {
      const answer = inSite(await script.search(query, { lang }), at("."));
      const expected = inSite(await search(query, { lang }), new URL("../../src/search/", import.meta.url));
      assert.deepEqual(answer, expected, `${lang}: ${query}`);
      found += Math.sign(answer.total);
    }
  }
  assert.ok(found > titles.length, `${found} queries found something`);
});

test("the site carries scripts and no modules", { skip }, async () => {
  const files = await readdir(at("search/"));
  assert.deepEqual(files.filter((name) => name.endsWith(".js")).toSorted(), ["page.js", "search.js"]);
});
