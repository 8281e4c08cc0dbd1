// To which wordings a Japanese word leads, over an index of a few words.
import assert from "node:assert/strict";
import { test } from "node:test";

import { reword } from "../../src/search/browser/japanese.js";
import { useReader } from "../../src/search/browser/loader.js";
import { normalise } from "../../src/search/browser/normalise.js";

const ENTRIES = {
  "r けんき": { ゅう: [["研究", "AA"]], ゅうかいはつ: [["研究開発"]], ゅうじょ: [["研究所"]], ん: [["献金"]] },
  "r けん": { "": [["県"], ["件"]], きゅう: [["研究"]] },
  "r つなげ": { る: [["繋げ"]] },
  "r でーた": { りよう: [["データ利用"]] },
  "k saba": ["さーばー"],
  "s 取組": [["取組", "とりくみ"], [["取り組み", "取り組ん"], "取り組", "まみむめもん"]],
  "s 組合": [["組合", "くみあい"], ["組合せ", "くみあわせ"]],
  "s 担": [[["担い", "担う"], "担", "わいうえおっ"]],
  "s 支": [[["支え"], "支え", ""]],
  "s 新": [[["新しい"], "新し", "いかくけさそみ"]],
  "v むけ": [["むけ", "", ["向け"]]],
  "r かいは": { つ: [["開発"]] },
  "研究開発": "AA",
  "s 見": [[["見据え"], "見すえ", ""]],
  "s 円滑": [["円滑な", "えんかつな"]],
  "s 高": [["高", "こう"], [["高い"], "高", "いかくけさそみ"], [["高め"], "高め", ""]],
  " 広がり": ["拡がり"],
};
const INDEX = { lang: "ja", isLatin: false, kinds: [], others: [], sentences: 1, texts: [0], version: "", words: 1 };

/** What was typed, and to what it leads. */
const TABLE = [
  ["けんきゅう", ["研究"]],
  ["kenkyuu", ["けんきゅう", "研究"]],
  ["kenkyu", ["けんきゅ", "研究"]],
  ["kenk", ["研究", "献金"]],
  ["けんきゅう開発", ["研究開発"]],
  ["研究かいはつ", ["研究開発"]],
  ["サーバ用", ["さーばー用"]],
  ["むけた", ["向け"]],
  ["けんきゅうは", ["研究は"]],
  ["見すえた", ["見据え"]],
  ["円滑に", ["円滑"]],
  ["高めた", ["高め"]],
  ["第三次", ["第3次"]],
  ["けんきゅうか", ["研究開発"]],
  ["けんきゅうぶ", []],
  ["けん", ["県", "件"]],
  ["け", []],
  ["ken", []],
  ["データりよう", ["でーた利用"]],
  ["サーバ", ["さーばー"]],
  ["取組み", ["取組", "取り組み", "取り組ん"]],
  ["取り組もう", ["取り組み", "取り組ん", "取組"]],
  ["組合せ", []],
  ["担った", ["担い", "担う"]],
  ["担ぐ", []],
  ["支えた", ["支え"]],
  ["支った", []],
  ["新しく", ["新しい"]],
  ["導入している", ["導入"]],
  ["働きやすく", ["働きやす"]],
  ["実装につなげる", ["実装に繋げ"]],
  ["症の広がり", ["症の拡がり"]],
  ["犬", []],
  ["company", []],
];

for (const [typed, expected] of TABLE) {
  test(`${typed} leads to ${expected.join(", ") || "nothing"}`, async () => {
    useReader(async () => ENTRIES);
    const wordings = await reword(INDEX, normalise(typed));
    assert.deepEqual(wordings.map(({ text }) => text).toSorted(), expected.toSorted());
  });
}
