// What readers do not use, they do not load.

import assert from "node:assert/strict";
import { test } from "node:test";

import { address, languages, open, plan } from "./browser.mjs";

for (const lang of languages()) {
  test(`a page loads nothing of the search before its box is used (${lang})`, async (t) => {
    const { page, faults } = await open(t);
    const search = address("search/");
    const asked = [];
    page.on("request", (request) => {
      if (request.url().startsWith(search)) asked.push(request.url());
    });
    const initiative = plan().nodes.find((node) => node.kind === "initiative");
    await page.goto(address(initiative.url[lang]), { waitUntil: "networkidle" });
    const named = await page.locator("script[src], link[href]").evaluateAll((all) => all.map((it) => it.src ?? it.href));
    assert.deepEqual(asked.filter((url) => !named.includes(url)), []);

    await page.locator('header input[name="q"]').fill({ ja: "水素", en: "hydrogen" }[lang]);
    await page.keyboard.press("Enter");
    await page.locator("#search-results a").first().waitFor();
    assert.ok(asked.length > 0, "then it does");
    assert.deepEqual(faults, []);
  });
}
