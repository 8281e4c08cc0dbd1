// Draws queries from the plan's text, the same each time: `node sample.mjs [SEED]` prints candidates for
// tuning.json and held-out.json, of which a reader keeps the sound ones. The evaluation does not run it.

import { SITE } from "../../browser/site.mjs";
import { Plan } from "./sections.mjs";

const WORDS = new Intl.Segmenter("ja", { granularity: "word" });
const HALF_WIDTH = [..."ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｧｨｩｪｫｬｭｮｯｰﾞﾟ"];

let state = Number(process.argv[2] ?? 1);
/** @param {number} below @returns {number} the next of a fixed sequence */
const random = (below) => (state = (state * 48271) % 2147483647) % below;
const one = (list) => list[random(list.length)];

/** @param {number} count @param {() => any} draw draws again when it gives nothing, or what it gave before */
function several(count, draw) {
  const drawn = new Set();
  for (let tries = 0; drawn.size < count && tries < 5000; tries += 1) {
    const it = draw();
    if (it) drawn.add(it);
  }
  return [...drawn];
}

const texts = new Plan(SITE).texts("ja");
const lines = texts.flatMap((text) => text.split("\n"));
const words = lines.map((line) =>
  [...WORDS.segment(line)].map(({ segment: word, index: start }) => ({ word, start, end: start + word.length })),
);
const isWord = (text) => /^[\p{sc=Han}ァ-ヶー]{2,}$/u.test(text);
const anyLine = () => random(lines.length);

/** A piece whose ends lie inside of words. */
function piece() {
  const at = anyLine();
  const inside = (place) => words[at].every(({ start, end }) => place !== start && place !== end);
  const from = random(lines[at].length || 1);
  const text = lines[at].slice(from, from + 2 + random(5));
  return inside(from) && inside(from + text.length) && /^[\p{L}ー・]+$/u.test(text) ? text : undefined;
}

const runs = (pattern) => one(lines[anyLine()].match(pattern) ?? [undefined]);
const compound = () => runs(/[\p{sc=Han}ァ-ヶー]{4,12}/gu);
const kanji = () => runs(/\p{sc=Han}/gu);

function pair() {
  const plain = words[anyLine()].map(({ word }) => word).filter(isWord);
  const [first, second] = [one(plain), one(plain)];
  return first && second && first !== second ? `${first} ${second}` : undefined;
}

/** A word with one character left out, turned with its neighbour or taken twice. */
function slip() {
  const word = runs(/[\p{sc=Han}ァ-ヶー]{5,12}/gu);
  if (!word) return undefined;
  const at = 1 + random(word.length - 2);
  const [before, char, after] = [word.slice(0, at), word[at], word.slice(at + 1)];
  const wrong = [before + after, before.slice(0, -1) + char + before.slice(-1) + after, before + char + char + after];
  return `${one(wrong)}\t${word}`;
}

function halfWidth() {
  const word = runs(/[ァ-ヶー]{4,12}/gu);
  const narrow = (wide) => HALF_WIDTH.find((it) => it.normalize("NFKC") === wide) ?? wide;
  const marks = word?.normalize("NFD").replaceAll("\u3099", "ﾞ").replaceAll("\u309A", "ﾟ");
  return marks && [...marks].map(narrow).join("");
}

const fullWidth = () =>
  runs(/[A-Za-z0-9]{2,9}/gu)?.replace(/./gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

/** A piece from the far end of a long text, where an excerpt must go to show it. */
function farPiece() {
  const line = lines[anyLine()];
  const from = 125 + random(60);
  return line.length > from + 8 ? line.slice(from, from + 4 + random(5)) : undefined;
}

/** Words that stand elsewhere as mere neighbouring letters, over the end of a word. */
function accidents() {
  const known = new Set(words.flat().map(({ word }) => word).filter((word) => /^[\p{L}ー]{2,}$/u.test(word)));
  return [...known].flatMap((word) => {
    const around = new Set();
    lines.forEach((line, i) => {
      for (let at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1)) {
        const end = at + word.length;
        const touched = words[i].filter((it) => it.start < end && at < it.end);
        const over = touched[0].start < at || end < touched.at(-1).end;
        if (over && touched.length > 1) around.add(line.slice(touched[0].start, touched.at(-1).end));
      }
    });
    return around.size > 0 ? [`${word}\t${[...around].join(" ")}`] : [];
  });
}

const drawn = {
  pieces: several(24, piece),
  compounds: several(16, compound),
  kanji: several(12, kanji),
  pairs: several(16, pair),
  slips: several(30, slip),
  halfWidth: several(10, halfWidth),
  fullWidth: several(8, fullWidth),
  farPieces: several(12, farPiece),
  accidents: accidents(),
};
for (const [kind, queries] of Object.entries(drawn)) console.log(`${kind}\n  ${queries.join("\n  ")}`);
