// A marked term is understood where it stands: by mouse, by keyboard, on a phone, and without JavaScript.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { DESK, PHONE, SITE, address, languages, open, plan, reached } from "./browser.mjs";

/** Pixels between a term and its definition that still count as beside it. */
const BESIDE = 40;

/** @returns {string} the first initiative on whose page several terms are marked */
function place(lang) {
  const marks = (url) => readFileSync(path.join(SITE, url, "index.html"), "utf8").split(" data-term=").length - 1;
  const found = plan().nodes.find(({ kind, url }) => kind === "initiative" && url[lang] && marks(url[lang]) > 2);
  assert.ok(found, `no initiative with marked terms (${lang})`);
  return found.url[lang];
}

/**
 * @param {import("playwright-core").Locator} term
 * @param {import("playwright-core").Locator} definition
 * @param {{width: number, height: number}} window
 */
async function assertBeside(term, definition, window) {
  const at = await term.boundingBox();
  const box = await definition.boundingBox();
  assert.ok(at && box, "both are seen");
  const inside =
    box.x >= 0 && box.y >= 0 && box.x + box.width <= window.width && box.y + box.height <= window.height;
  assert.ok(inside, `the definition is inside of the window: ${JSON.stringify(box)}`);
  const measures = JSON.stringify({ term: at, definition: box });
  const apart = Math.max(box.y - (at.y + at.height), at.y - (box.y + box.height));
  assert.ok(apart > -2, `the definition does not hide its term: ${measures}`);
  assert.ok(apart <= BESIDE, `the definition is beside its term, not ${Math.round(apart)} px away: ${measures}`);
}

for (const lang of languages()) {
  const means = [
    ["at a desk", { viewport: DESK }],
    ["on a phone", { viewport: PHONE, hasTouch: true }],
    ["without JavaScript", { viewport: DESK, javaScriptEnabled: false }],
  ];
  for (const [name, options] of means) {
    test(`a term opens its definition beside it, ${name} (${lang})`, async (t) => {
      const { page, faults } = await open(t, options);
      await page.goto(address(place(lang)));
      const term = page.locator("main [data-term]").first();
      const id = await term.getAttribute("data-term");
      const definition = page.locator(`#def-${id}`);
      assert.equal(await isOpen(definition), false, "closed at first");

      await (options.hasTouch ? term.tap() : term.click());
      assert.equal(await isOpen(definition), true, "a click opens it");
      await assertBeside(term, definition, options.viewport);
      await page.keyboard.press("Escape");
      assert.equal(await isOpen(definition), false, "Esc closes it");

      await term.focus();
      await page.keyboard.press("Enter");
      assert.equal(await isOpen(definition), true, "Enter opens it");
      await page.keyboard.press("Escape");
      assert.equal(await isOpen(definition), false, "Esc closes it again");
      assert.equal(await term.evaluate((it) => it === document.activeElement), true, "the focus is at the term again");

      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      const link = definition.locator(":focus");
      assert.equal(await link.count(), 1, "the next stop is in the definition");
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => url.href.startsWith(address(`${lang}/glossary/`)));
      assert.ok(await reached(page), `the entry exists: ${page.url()}`);
      assert.ok((await reached(page)).endsWith(id), `it is the entry of the term: ${page.url()}`);
      assert.deepEqual(faults, []);
    });
  }

  test(`every term near every edge opens inside of the window (${lang})`, async (t) => {
    const { page } = await open(t, { viewport: PHONE });
    await page.goto(address(place(lang)));
    const terms = page.locator("main [data-term]");
    for (const at of ["start", "end"]) {
      for (let nth = 0; nth < (await terms.count()); nth += 1) {
        const term = terms.nth(nth);
        await term.evaluate((it, block) => it.scrollIntoView({ block }), at);
        await term.focus();
        await page.keyboard.press("Enter");
        await assertBeside(term, page.locator(`#def-${await term.getAttribute("data-term")}`), PHONE);
        await page.keyboard.press("Escape");
      }
    }
  });

  test(`terms are reached with the Tab key in the order of the text (${lang})`, async (t) => {
    const { page } = await open(t);
    await page.goto(address(place(lang)));
    const expected = await page.locator("main article [data-term]").evaluateAll((all) => all.map((it) => it.dataset.term));
    assert.ok(expected.length > 0);
    const seen = [];
    for (let stops = 0; stops < 300 && seen.length < expected.length; stops += 1) {
      await page.keyboard.press("Tab");
      const term = await page.evaluate(() => document.activeElement?.dataset?.term);
      if (term) seen.push(term);
    }
    assert.deepEqual(seen, expected);
  });

  test(`copied text is the plan's own, without definitions (${lang})`, async (t) => {
    const { page } = await open(t);
    await page.goto(address(place(lang)));
    const sentence = page.locator("main article p, main article li, main article h3").filter({ has: page.locator("[data-term]") });
    const [text, nested] = await sentence
      .first()
      .evaluate((it) => [it.textContent, it.querySelectorAll("[popover], aside, [role=note]").length]);
    assert.ok(text.trim().length > 0);
    assert.equal(nested, 0, "no definition inside of a sentence");
  });
}

/** A definition that is closed may still be printed; open means shown above the page. */
function isOpen(definition) {
  return definition.evaluate((it) => it.matches(":popover-open"));
}
