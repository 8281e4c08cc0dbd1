// A 再掲 leads to its original, and the original leads back.

import assert from "node:assert/strict";
import { test } from "node:test";

import { address, languages, open, plan, reached } from "./browser.mjs";

const { nodes, reposts } = plan();
const byId = new Map(nodes.map((node) => [node.id, node]));

for (const lang of languages()) {
  const carried = reposts.filter((repost) => repost.carried);
  test(`${carried.length} re-posts lead to their originals and back (${lang})`, async (t) => {
    assert.ok(carried.length > 0);
    const { page, faults } = await open(t);
    for (const { from, to, label } of carried) {
      const [start, original] = [address(byId.get(from).url[lang]), address(byId.get(to).url[lang])];
      await page.goto(start, { waitUntil: "domcontentloaded" });
      if (new URL(start).hash) assert.ok(await reached(page), `nothing at ${start}`);
      const link = await linkTo(page, "a.repost", original);
      assert.ok(link, `${from}: no link to ${to}`);
      if (lang === "ja") assert.equal((await link.textContent()).trim(), label, "the printed wording stays");
      await link.click();
      await page.waitForURL(original, { waitUntil: "domcontentloaded" });
      const id = await reached(page);
      assert.ok(id, `${from}: nothing at ${original}`);

      const back = await linkTo(page, `[id="${id}"] .reposted-at a`, start);
      assert.ok(back, `${to}: does not list ${from} (${start})`);
    }
    assert.deepEqual(faults, []);
  });

  const elsewhere = reposts.filter((repost) => !repost.carried);
  test(`${elsewhere.length} re-posts of volumes not carried are no links (${lang})`, async (t) => {
    const { page } = await open(t);
    for (const { from, label } of elsewhere) {
      await page.goto(address(byId.get(from).url[lang]));
      const marks = page.locator(`[id="${await reached(page)}"] .repost`);
      assert.deepEqual(await marks.evaluateAll((all) => all.map((it) => it.tagName)), ["SPAN"], from);
      if (lang === "ja") assert.equal((await marks.textContent()).trim(), label);
    }
  });
}

/**
 * @param {import("playwright-core").Page} page
 * @param {string} selector
 * @param {string} target absolute
 * @returns {Promise<import("playwright-core").Locator | undefined>} the first link that leads there
 */
async function linkTo(page, selector, target) {
  const links = page.locator(selector);
  const targets = await links.evaluateAll((all) => all.map((it) => it.href));
  const nth = targets.indexOf(target);
  return nth < 0 ? undefined : links.nth(nth);
}
