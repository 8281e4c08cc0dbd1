// A marked term is understood where it stands: by mouse, by keyboard, on a phone, and without JavaScript.

import assert from "node:assert/strict";
import { test } from "node:test";

import { DESK, PHONE, address, languages, open, plan, reached } from "./browser.mjs";

/** Pixels between a term and its definition that still count as beside it. */
const BESIDE = 40;

/** @returns {string} the first initiative in whose prose a term is marked */
function place(lang) {
  return plan().nodes.find((node) => node.kind === "initiative").url[lang];
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
  const apart = Math.max(box.y - (at.y + at.height), at.y - (box.y + box.height));
  assert.ok(
    apart > -2 && apart <= BESIDE,
    `the definition is beside its term and does not hide it: ${JSON.stringify({ term: at, definition: box })}`,
  );
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

  test(`every marked term of every page has its definition and its entry (${lang})`, async (t) => {
    const { page } = await open(t);
    await page.goto(address(`${lang}/glossary/`));
    const entries = new Set(await page.locator("[id]").evaluateAll((all) => all.map((it) => it.id)));
    const found = [];
    for (const node of plan().nodes.filter(({ kind }) => ["chapter", "policy", "initiative"].includes(kind))) {
      await page.goto(address(node.url[lang]), { waitUntil: "domcontentloaded" });
      const terms = await page.locator("[data-term]").evaluateAll((all) =>
        all.map((it) => ({
          id: it.dataset.term,
          // A link holds no button: there the mark only shows, and the definition stands at the end.
          works: it.closest("a") !== null || it.getAttribute("popovertarget") === `def-${it.dataset.term}`,
          definition: document.getElementById(`def-${it.dataset.term}`)?.textContent.trim() ?? "",
        })),
      );
      for (const { id, works, definition } of terms) {
        if (!works) found.push(`${node.id}: ${id} is marked and does not open`);
        if (!definition) found.push(`${node.id}: ${id} has no definition on its page`);
        if (![...entries].some((entry) => entry.endsWith(id))) found.push(`${node.id}: ${id} has no entry`);
      }
    }
    assert.deepEqual([...new Set(found)], []);
  });
}

/** A definition that is closed may still be printed; open means shown above the page. */
function isOpen(definition) {
  return definition.evaluate((it) => it.matches(":popover-open"));
}
