// How words sound follows the same table as in the index; romaji becomes the kana that it spells.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { hiraganaOf, shorten, soundOf, withLongVowels } from "../../src/search/browser/kana.js";
import { normalise } from "../../src/search/browser/normalise.js";

for (const [input, expected] of JSON.parse(readFileSync(new URL("sounds.json", import.meta.url), "utf8"))) {
  test(`${JSON.stringify(input)} sounds as ${JSON.stringify(expected)}`, () => {
    assert.equal(soundOf(normalise(input)), expected);
  });
}

const ROMAJI = {
  gakkou: "がっこう", shinbun: "しんぶん", shimbun: "しんぶん", jouhou: "じょうほう", zyouhou: "じょうほう", tsuchi: "つち",
  matcha: "まっちゃ", "ten'in": "てんいん", tenin: "てにん", onna: "おんな", konnichi: "こんにち", fairu: "ふぁいる",
  kyaku: "きゃく", chosho: "ちょしょ", "co-do": null, plan: null, zebra: null, hydrogen: null, "'": null,
};

for (const [letters, kana] of Object.entries(ROMAJI)) {
  test(`${letters} spells ${kana}`, () => assert.equal(hiraganaOf(normalise(letters))[0]?.kana ?? null, kana));
}

test("a syllable may be begun, and ん stand before y", () => {
  const [{ kana, next }] = hiraganaOf("kenk");
  assert.deepEqual([kana, next.slice(0, 5)], ["けん", [..."かきくけこ"]]);
  assert.deepEqual(hiraganaOf("kinyuu").map(({ kana }) => kana), ["きにゅう", "きんゆう"]);
  assert.deepEqual(hiraganaOf(normalise("kigyō")).map(({ kana }) => kana), ["きぎょう"]);
});

test("long vowels may be left out", () => {
  assert.equal(shorten("きぎょうゆうち"), shorten("きぎょゆち"));
  assert.notEqual(shorten("うち"), shorten("ち"));
  assert.deepEqual(withLongVowels("じどし"), ["じどし", "じどうし"]);
});
