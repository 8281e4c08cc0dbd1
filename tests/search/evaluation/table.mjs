// Prints the figures.

/** @typedef {import("./figures.mjs").Score & {query: string}} Scored */
/** @typedef {{title: string, floor: number, floors: Record<string, number>, halves: Scored[][]}} Row */

/** The parts of a score, with the heading of their column. */
const PARTS = {
  figure: "figure",
  nodes: "by node",
  first5: "first 5",
  own5: "own text",
  first1: "first",
  rank: "1/rank",
};
const EXACT = 1e-9;

/** @param {Scored[]} scored @param {string} part @returns {number | undefined} the mean, where all have it */
function mean(scored, part) {
  if (scored.length === 0 || scored.some((it) => it[part] === undefined)) return undefined;
  return scored.reduce((sum, it) => sum + it[part], 0) / scored.length;
}

/** Widths of Japanese text do not matter here: all headings and titles are English. */
const line = (cells) =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(46) : cell.padStart(i < 4 ? 9 : 10))).join("") + "\n";

/** Never rounded up: 0.999 is not 1. */
const shown = (figure) => (Math.floor(figure * 1000 + EXACT) / 1000).toFixed(3);

/**
 * @param {Row[]} rows
 * @param {string[]} halves their names
 * @returns {{text: string, below: number}} how many figures are below their floors
 */
export function table(rows, halves) {
  let below = 0;
  const judged = (figure, floor) => {
    if (figure === undefined) return "–";
    if (floor === undefined) return shown(figure);
    if (figure < floor - EXACT) below += 1;
    return `${shown(figure)} ${figure < floor - EXACT ? "✗" : "✓"}`;
  };
  const lines = rows.flatMap(({ title, floor, floors, halves: scored }) =>
    scored.map((half, i) => {
      const parts = Object.keys(PARTS).map((part) => judged(mean(half, part), part === "figure" ? floor : floors[part]));
      return line([i === 0 ? title : "", halves[i], String(half.length), floor.toFixed(2), ...parts]);
    }),
  );
  const count = rows.reduce((sum, { halves: scored }) => sum + scored.flat().length, 0);
  const head = line(["", "half", "queries", "floor", ...Object.values(PARTS)]);
  return { text: `${head}${lines.join("")}${count} queries, ${below} figures below their floors\n`, below };
}

/**
 * @param {Row[]} rows
 * @param {number} most of each kind
 * @returns {string} the worst queries of the first half, and why; nobody is to look at those of the other
 */
export function failures(rows, most) {
  return rows
    .flatMap(({ title, halves: [tuning] }) => {
      const bad = tuning.filter(({ why }) => why);
      const worst = bad.sort((a, b) => a.figure - b.figure).slice(0, most);
      return worst.length > 0 ? [`\n${title}: ${bad.length} not perfect`, ...worst.map(say)] : [];
    })
    .map((text) => `${text}\n`)
    .join("");
}

const say = ({ query, figure, why }) => `  ${shown(figure)} ${query}: ${why}`;
