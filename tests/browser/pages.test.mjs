// What holds on every page.

import assert from "node:assert/strict";
import { test } from "node:test";

import { PHONE, address, languages, open, pages } from "./browser.mjs";

test("every page loads without a fault and fits a phone", async (t) => {
  const { page, faults } = await open(t, { viewport: PHONE });
  const found = [];
  for (const place of pages()) {
    await page.goto(address(place), { waitUntil: "load" });
    const { document, window, widest } = await page.evaluate(measure);
    if (document > window) found.push(`${place}: ${document} px wide in ${window} px (${widest})`);
    found.push(...faults.splice(0).map((fault) => `${place}: ${fault}`));
  }
  assert.deepEqual(found, []);
});

/** Runs in the page. */
function measure() {
  const width = window.innerWidth;
  // Only for the message: what sticks out furthest, outside of what scrolls by itself.
  const outside = [...document.querySelectorAll("body *")]
    .filter((it) => !it.closest(".scroll, [popover]:not(:popover-open)"))
    .map((it) => ({ it, right: it.getBoundingClientRect().right }))
    .sort((a, b) => b.right - a.right)[0];
  const { tagName = "", id = "", className = "" } = outside?.it ?? {};
  return {
    document: document.scrollingElement.scrollWidth,
    window: width,
    widest: `${tagName.toLowerCase()} #${id} .${className} to ${Math.round(outside?.right ?? 0)} px`,
  };
}

test("every page names its language, has one main heading, a skip link and its place", async (t) => {
  const { page } = await open(t);
  const found = [];
  for (const place of pages()) {
    await page.goto(address(place), { waitUntil: "domcontentloaded" });
    const seen = await page.evaluate(() => ({
      lang: document.documentElement.lang,
      title: document.title,
      headings: [...document.querySelectorAll("h1")].map((it) => it.textContent.trim()),
      mains: document.querySelectorAll("main").length,
      ids: [...document.querySelectorAll("[id]")].map((it) => it.id).filter((id, at, all) => all.indexOf(id) !== at),
      crumbs: [...document.querySelectorAll(".breadcrumbs a")].map((it) => it.getAttribute("href")),
      search: document.querySelectorAll('header form[role="search"] input[name="q"]').length,
    }));
    const [lang] = place.split("/");
    const holds = (truth, what) => truth || found.push(`${place}: ${what} (${JSON.stringify(seen)})`);
    if (languages().includes(lang)) holds(seen.lang === lang, "another language");
    else holds(seen.lang !== "", "no language");
    holds(seen.title.trim() !== "", "no title");
    holds(seen.headings.length === 1 && seen.headings[0] !== "", "not one main heading");
    holds(seen.mains === 1, "not one main part");
    holds(seen.ids.length === 0, "an id twice");
    const inside = languages().includes(lang) && place !== `${lang}/`;
    if (inside) {
      holds(seen.crumbs.length > 0, "no breadcrumbs");
      const home = seen.crumbs[0] && new URL(seen.crumbs[0], address(place)).href;
      holds(home === address(`${lang}/`), "breadcrumbs that do not begin at home");
    }
    if (languages().includes(lang)) holds(seen.search === 1, "no search box");
  }
  assert.deepEqual(found, []);
});

for (const lang of languages()) {
  test(`the skip link is the first stop and leads to the main part (${lang})`, async (t) => {
    const { page } = await open(t, { viewport: PHONE });
    await page.goto(address(`${lang}/targets/`));
    await page.keyboard.press("Tab");
    const skip = page.locator(":focus");
    assert.match((await skip.getAttribute("class")) ?? "", /\bskip\b/u);
    const box = await skip.boundingBox();
    assert.ok(box && box.x >= 0 && box.y >= 0 && box.width > 1 && box.height > 1, "focused, it is seen");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const inMain = await page.evaluate(() => document.activeElement?.closest("main") !== null);
    assert.ok(inMain, "the next stop is in the main part");
  });

  test(`the menu of a phone opens and closes by keyboard (${lang})`, async (t) => {
    const { page, faults } = await open(t, { viewport: PHONE });
    await page.goto(address(`${lang}/targets/`));
    const menu = page.locator("nav.menu");
    assert.equal(await menu.isVisible(), false, "closed at first");
    await page.locator(".menu-button").focus();
    await page.keyboard.press("Enter");
    assert.equal(await menu.isVisible(), true, "open");
    await page.keyboard.press("Escape");
    assert.equal(await menu.isVisible(), false, "closed again");
    await page.locator(".menu-button").click();
    await menu.locator(`a[href$="${lang}/glossary/"]`).click();
    await page.waitForURL(address(`${lang}/glossary/`));
    assert.deepEqual(faults, []);
  });
}
