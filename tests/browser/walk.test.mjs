// Reading on and back: the links to the next and the previous page.

import assert from "node:assert/strict";
import { test } from "node:test";

import { address, languages, open, plan } from "./browser.mjs";

/** More pages than any walk has: a circle ends here. */
const LIMIT = 500;

for (const lang of languages()) {
  test(`next and previous walk all initiatives in order (${lang})`, async (t) => {
    const { page, faults } = await open(t);
    const initiatives = plan()
      .nodes.filter((node) => node.kind === "initiative" && node.url[lang])
      .map((node) => address(node.url[lang]));
    assert.ok(initiatives.length > 0);

    const walk = async (direction) => {
      const places = [page.url()];
      const link = page.locator(`.neighbours .${direction} a`);
      while ((await link.count()) > 0 && places.length < LIMIT) {
        await page.goto(await link.evaluate((it) => it.href), { waitUntil: "domcontentloaded" });
        places.push(page.url());
      }
      return places;
    };

    await page.goto(address(`${lang}/`));
    const onward = await walk("next");
    assert.deepEqual(onward.filter((place) => initiatives.includes(place)), initiatives);
    assert.equal(new Set(onward).size, onward.length, "no page twice");
    assert.deepEqual(await walk("previous"), onward.toReversed());
    assert.deepEqual(faults, []);
  });
}
