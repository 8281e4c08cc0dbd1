// What a query costs on a slow line: bytes over the wire, requests, time.

/** 100 ms and 4 Mbit/s, as on a phone at the edge of town. */
export const LINE = { latency: 100, rate: 500_000 };

/** Bytes and requests are the same at each visit, times are not: the middle one counts. */
const VISITS = 3;

/** Milliseconds after an answer within which what was asked for in advance arrives too. */
const REST = 400;

/**
 * What no query may cost more: the first of a visit with the program, another one, the first again from memory.
 *
 * @typedef {Record<"first" | "further" | "again", Partial<Cost>>} Ceilings
 */

/** @type {Ceilings} of the plan */
export const ONCE = { first: { bytes: 45_000, ms: 700 }, further: { bytes: 15_000, requests: 3 }, again: { ms: 20 } };

/** @type {Ceilings} of a plan a hundred times as large */
export const HUNDREDFOLD = { first: { bytes: 90_000 }, further: { bytes: 30_000, requests: 3 }, again: { ms: 20 } };

/** @typedef {{bytes: number, requests: number, ms: number}} Cost */
/** @typedef {import("./asking.mjs").Served} Served */
/** @typedef {{query: string, further: string, lang?: string}} Pair */

/**
 * @template T
 * @param {Served} site on a slow line
 * @param {import("playwright-core").Page} page
 * @param {(given: T) => Promise<number>} work what the page does; it gives the milliseconds
 * @param {T} given
 * @returns {Promise<Cost>}
 */
export async function cost(site, page, work, given) {
  const before = site.traffic();
  const ms = await page.evaluate(work, given);
  await page.waitForTimeout(REST);
  const after = site.traffic();
  return { bytes: after.bytes - before.bytes, requests: after.requests - before.requests, ms };
}

/** Asks as other tools do, with the limit that they get: runs in the page. */
export async function ask([module, query, lang]) {
  const start = performance.now();
  const { search } = await import(module);
  await search(query, { lang });
  return performance.now() - start;
}

/** @param {number[]} numbers @returns {number} the middle one */
export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** @param {Cost[]} costs of the same @returns {Cost} */
export function typical(costs) {
  return {
    bytes: Math.max(...costs.map(({ bytes }) => bytes)),
    requests: Math.max(...costs.map(({ requests }) => requests)),
    ms: median(costs.map(({ ms }) => ms)),
  };
}

/** @param {Served} site @param {Pair} pair @returns {Promise<Record<keyof Ceilings, Cost>>} */
async function costs(site, { query, further, lang = "ja" }) {
  const visits = [];
  for (let i = 0; i < VISITS; i += 1) {
    const page = await site.freshPage();
    const turn = (text) => cost(site, page, ask, [site.address("search/search.js"), text, lang]);
    visits.push({ first: await turn(query), further: await turn(further), again: await turn(query) });
    await page.context().close();
  }
  const of = (turn) => typical(visits.map((visit) => visit[turn]));
  return { first: of("first"), further: of("further"), again: of("again") };
}

/**
 * @param {import("./asking.mjs").Lab} lab
 * @param {Pair[]} pairs
 * @param {Ceilings} ceilings
 * @returns {Promise<{text: string, above: number}>} a line for each pair; how many costs are above their ceilings
 */
export async function networkRows(lab, pairs, ceilings) {
  if (pairs.length === 0) return { text: "", above: 0 };
  const site = await lab.serve({ line: LINE });
  let above = 0;
  const lines = [];
  for (const pair of pairs) {
    const measured = await costs(site, pair);
    const cells = Object.entries(SHOWN).flatMap(([turn, parts]) =>
      parts.map((part) => {
        const most = ceilings[turn][part];
        if (measured[turn][part] > most) above += 1;
        const mark = most === undefined ? " " : measured[turn][part] > most ? "✗" : "✓";
        return `${said[part](measured[turn][part])} ${mark}`;
      }),
    );
    lines.push(row([...cells, `${pair.query} → ${pair.further}`]));
  }
  const head = Object.entries(SHOWN).flatMap(([turn, parts]) => parts.map((part) => `${turn} ${part}  `));
  const most = Object.entries(SHOWN).flatMap(([turn, parts]) =>
    parts.map((part) => (ceilings[turn][part] === undefined ? "" : `≤ ${said[part](ceilings[turn][part])}  `)),
  );
  const title = `\nbytes, requests and time at ${LINE.latency} ms and ${(LINE.rate * 8) / 1e6} Mbit/s\n`;
  return { text: `${title}${row([...head, ""])}${row([...most, ""])}${lines.join("")}${above} costs too high\n`, above };
}

/** The columns. */
const SHOWN = {
  first: ["bytes", "requests", "ms"],
  further: ["bytes", "requests", "ms"],
  again: ["ms"],
};

const said = {
  bytes: (bytes) => `${(bytes / 1000).toFixed(1)} KB`,
  requests: (count) => String(count),
  ms: (ms) => `${ms.toFixed(0)} ms`,
};

const row = (cells) => `${cells.map((cell, i) => (i < cells.length - 1 ? cell.padStart(18) : `  ${cell}`)).join("")}\n`;
