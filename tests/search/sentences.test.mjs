// Sentences in a citizen's own words: the words of the index and the phrases of staff that stand in them. What the
// index writes follows the same table in Rust, `sentences.json`.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { isQuestion, isSentence } from "../../src/search/browser/query.js";
import { listen, readSentence, understand } from "../../src/search/browser/sentence.js";
import { readWeights } from "../../src/search/browser/wire.js";
import { open } from "./site.mjs";

const table = JSON.parse(readFileSync(new URL("sentences.json", import.meta.url), "utf8"));

for (const [encoded, expected] of table.weights) {
  test(`weights are read from ${JSON.stringify(encoded)}`, () => {
    assert.deepEqual([...readWeights(encoded)], expected);
  });
}

test("a sentence has several words; a compound is one", () => {
  for (const query of ["資金がほしい", "商店街 店", "open a shop", "おかねがない"]) assert.ok(isSentence(query), query);
  for (const query of ["水族館", "大阪市役所", "犬", "東京オリンピック", "hydrogen", "けん", " 水素 "]) {
    assert.ok(!isSentence(query), query);
  }
});

test("a question has so many words that it is no wording", () => {
  for (const query of ["会社の資金がほしい人へ", "where can I open a shop?"]) assert.ok(isQuestion(query), query);
  for (const query of ["資金がほしい", "人材の育成・確保", "企業の研究開発力の強化", "hydrogen station in town", "水素 車 電気 船 橋"]) {
    assert.ok(!isQuestion(query), query);
  }
});

const WORDS = Object.fromEntries(["資金", "店舗", "融合", "発電", "開発", "店舗", "ai"].map((word) => [word, "AB"]));
const PHRASES = {
  says: [
    [["店 譲"], ["事業承継"], "AB", ""],
    [["店"], ["商業"], "AB", ""],
  ],
  nothing: ["ほし"],
  elsewhere: ["保育園", "店 番"],
};
const heard = (query) => {
  const sentence = readSentence(query);
  const found = understand(sentence, listen(sentence, PHRASES), WORDS);
  const wordings = (said) => found.meanings.filter(({ isSaid }) => isSaid === said).flatMap((it) => it.wordings).sort();
  return found && [wordings(true), wordings(false)];
};

test("the longest words and the fullest phrases are heard", () => {
  assert.deepEqual(heard("店を譲りたい"), [["事業承継"], []]);
  assert.deepEqual(heard("店の資金がほしい"), [["商業"], ["資金"]]);
  assert.deepEqual(heard("店舗の開発"), [[], ["店舗", "開発"]]);
  assert.deepEqual(heard("AIの開発"), [[], ["ai", "開発"]]);
});

test("what other offices do is not heard, unless more is said", () => {
  for (const query of ["保育園の店", "店の番をする", "保育園の開発"]) assert.equal(heard(query), undefined, query);
  assert.deepEqual(heard("保育園の店の資金"), [["商業"], ["資金"]]);
});

test("what may be an accident is not heard", () => {
  for (const query of ["核融合の開発", "核融合 発電", "MAIの開発", "水族館の開発", "犬を飼いたい", "書店"]) {
    assert.equal(heard(query), undefined, query);
  }
});

const small = await open("SEARCH_SMALL");

/** Sentences of the small plan, with what leads. */
const LED = [
  ["ja", "お金を借りたいのですが", "ja/a/"],
  ["ja", "店を始めたい人は何をすればよいか教えてください", "ja/b/"],
  ["ja", "水素の研究", "ja/a/"],
  ["en", "how do I open my shop", "en/b/"],
];

for (const [lang, query, expected] of LED) {
  test(`${query} leads to ${expected}`, { skip: small.skip }, async () => {
    const answer = await small.search(query, { lang });
    assert.equal(small.urls(answer)[0], expected);
    assert.equal(answer.partial, true);
  });
}

test("quotation marks and what is not known give nothing", { skip: small.skip }, async () => {
  for (const query of ['"お金を借りたい"', "水族館", "水族館に行きたい", "犬を飼いたい"]) {
    assert.deepEqual(await small.search(query, { lang: "ja" }), { total: 0, results: [] }, query);
  }
});

const real = await open("SEARCH_SITE");
const skip = real.skip || (real.languages.includes("ja") ? false : "the plan is in another language");

test("the real plan: sentences lead to the initiative, what is absent to nothing", { skip }, async () => {
  for (const [query, initiative] of [
    ["店を大きくする資金がほしい", "finance"],
    ["外国の会社と取引を始めるには", "overseas"],
    ["父の会社を継ぐことになった", "sme-growth-support"],
  ]) {
    const answer = await real.search(query, { lang: "ja" });
    assert.match(real.urls(answer)[0], new RegExp(`/${initiative}/$`, "u"), query);
    assert.equal(answer.partial, true);
  }
  for (const query of ["水族館", "大阪市役所", "犬", "水族館に行きたい", "犬の登録と予防接種"]) {
    assert.deepEqual(await real.search(query, { lang: "ja" }), { total: 0, results: [] }, query);
  }
});
