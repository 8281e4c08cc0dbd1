// What of a text is shown of a result, and what of it is marked.
import assert from "node:assert/strict";
import { test } from "node:test";

import { makeExcerpt } from "../../src/search/browser/excerpt.js";

const FAR = "あ".repeat(200);

/** @param {string} text @param {string[]} pieces */
const marked = (text, pieces) => {
  const { excerpt, marks } = makeExcerpt(text, pieces);
  return marks.map(([start, end]) => excerpt.slice(start, end));
};

test("a short text is shown as it is", () => {
  assert.deepEqual(makeExcerpt("水素の利用", ["利用"]), { excerpt: "水素の利用", marks: [[3, 5]] });
});

for (const words of [["水素"], ["水素", "衛星"], ["水素", "衛星", "企業"], ["水素", "衛星", "企業", "港湾"]]) {
  test(`${words.length} words that stand far apart are all shown and marked`, () => {
    const text = FAR + words.map((word) => word + FAR).join("");
    assert.deepEqual(marked(text, words), words);
    assert.ok(makeExcerpt(text, words).excerpt.length <= 170);
  });
}

test("what stands near the first needs no fragment of its own", () => {
  const { excerpt } = makeExcerpt(`${FAR}水素と衛星${FAR}`, ["水素", "衛星"]);
  assert.equal(excerpt.split("…").length, 3);
});
