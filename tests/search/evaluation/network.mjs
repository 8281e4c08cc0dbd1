// What a query costs on a slow line: bytes over the wire, requests, time.

/** 100 ms and 4 Mbit/s each way, as on a phone at the edge of town. */
const LINE = { offline: false, latency: 100, downloadThroughput: 500_000, uploadThroughput: 500_000 };

/** What no query may cost more: the first of a visit with the program, another one, the first again from memory. */
const CEILINGS = {
  first: { bytes: 45_000, ms: 700 },
  further: { bytes: 15_000, requests: 3 },
  again: { ms: 20 },
};

/** @typedef {{bytes: number, requests: number, ms: number}} Cost */

/**
 * @param {Awaited<ReturnType<typeof import("./asking.mjs").start>>} site
 * @param {{query: string, further: string, lang?: string}} queries
 * @returns {Promise<Record<keyof CEILINGS, Cost>>}
 */
async function costs(site, { query, further, lang = "ja" }) {
  const page = await site.freshPage();
  const line = await page.context().newCDPSession(page);
  let bytes = 0;
  let requests = 0;
  line.on("Network.requestWillBeSent", () => (requests += 1));
  // With the headers, as they travel.
  line.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await line.send("Network.enable");
  await line.send("Network.emulateNetworkConditions", LINE);
  const cost = async (asked) => {
    [bytes, requests] = [0, 0];
    const ms = await page.evaluate(
      async ([module, text, language]) => {
        const start = performance.now();
        const { search } = await import(module);
        await search(text, { lang: language });
        return performance.now() - start;
      },
      [site.module, asked, lang],
    );
    // The browser tells of the end of a request a moment after the page has its answer.
    await page.waitForTimeout(150);
    return { bytes, requests, ms };
  };
  const measured = { first: await cost(query), further: await cost(further), again: await cost(query) };
  await page.context().close();
  return measured;
}

/**
 * @param {Parameters<typeof costs>[0]} site
 * @param {Parameters<typeof costs>[1][]} pairs
 * @returns {Promise<{text: string, above: number}>} a line for each pair; how many costs are above their ceilings
 */
export async function networkRows(site, pairs) {
  if (pairs.length === 0) return { text: "", above: 0 };
  let above = 0;
  const lines = [];
  for (const pair of pairs) {
    const measured = await costs(site, pair);
    const cells = Object.entries(CEILINGS).flatMap(([turn, ceilings]) =>
      Object.entries(ceilings).map(([what, most]) => {
        const over = measured[turn][what] > most;
        if (over) above += 1;
        return `${turn} ${said[what](measured[turn][what])} of ${said[what](most)} ${over ? "✗" : "✓"}`;
      }),
    );
    const title = `${pair.query} → ${pair.further} (${measured.first.requests} requests at first)`;
    lines.push(`  ${title}\n    ${cells.join(", ")}\n`);
  }
  const text = `\nbytes, requests and time at 100 ms and 4 Mbit/s\n${lines.join("")}${above} costs too high\n`;
  return { text, above };
}

const said = {
  bytes: (bytes) => `${(bytes / 1000).toFixed(1)} KB`,
  requests: (count) => `${count} requests`,
  ms: (ms) => `${ms.toFixed(0)} ms`,
};
