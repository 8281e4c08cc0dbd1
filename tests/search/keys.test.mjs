// The browser's names of words follow the same table as the index's, and its stemmer the same words.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { keyOf } from "../../src/search/browser/key.js";
import { normalise } from "../../src/search/browser/normalise.js";
import { stem } from "../../src/search/browser/stem.js";

const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const site = process.env.SEARCH_SITE;
const skip = site ? false : "no words: run by `cargo test --test search`";

for (const [input, expected] of read(new URL("keys.json", import.meta.url))) {
  test(`${JSON.stringify(input)} is named ${JSON.stringify(expected)}`, () => {
    assert.equal(keyOf(normalise(input)), expected);
  });
}

test("both stemmers cut every word alike", { skip }, () => {
  const words = read(`${site}/stems.json`);
  assert.ok(words.length > 20_000, `${words.length} words`);
  assert.deepEqual(words.filter(([word, cut]) => stem(word) !== cut), []);
});
