// The browser's normalisation follows the same table as the index's.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { normalise, normaliseWithPlaces } from "../../src/search/browser/normalise.js";

const table = JSON.parse(readFileSync(new URL("normalise.json", import.meta.url), "utf8"));

for (const [input, expected] of table) {
  test(`${JSON.stringify(input)} becomes ${JSON.stringify(expected)}`, () => {
    assert.equal(normalise(input), expected);
  });
}

test("places lead back to the original", () => {
  const { text, starts, ends } = normaliseWithPlaces("Ａ ㈱ｶﾞ");
  assert.equal(text, "a(株)が");
  assert.deepEqual(starts, [0, 2, 2, 2, 3]);
  assert.deepEqual(ends, [1, 3, 3, 3, 5]);
});
