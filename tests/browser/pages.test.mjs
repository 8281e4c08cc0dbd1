// What holds on every page.

import assert from "node:assert/strict";
import { test } from "node:test";

import { PHONE, address, languages, open, pages } from "./browser.mjs";

test("every page is sound: no fault, fits a phone, language, heading, breadcrumbs, terms", async (t) => {
  const { page, faults } = await open(t, { viewport: PHONE });
  const found = [];
  for (const place of pages()) {
    await page.goto(address(place), { waitUntil: "load" });
    const seen = await page.evaluate(look);
    const complaints = [...faults.splice(0), ...complain(place, seen)];
    found.push(...complaints.map((complaint) => `${place}: ${complaint}`));
  }
  assert.deepEqual(found, []);
});

/** Runs in the page. */
function look() {
  // Only for the message: what sticks out furthest, outside of what scrolls by itself.
  const widest = [...document.querySelectorAll("body *")]
    .filter((it) => !it.closest(".scroll, [popover]:not(:popover-open)"))
    .map((it) => ({ it, right: Math.round(it.getBoundingClientRect().right) }))
    .sort((a, b) => b.right - a.right)[0];
  const all = (selector, value) => [...document.querySelectorAll(selector)].map(value);
  const ids = all("[id]", (it) => it.id);
  return {
    width: document.scrollingElement.scrollWidth,
    window: window.innerWidth,
    widest: `${widest?.it.outerHTML.slice(0, 80)} to ${widest?.right} px`,
    lang: document.documentElement.lang,
    canonical: document.querySelector('link[rel="canonical"]')?.href ?? "",
    title: document.title.trim(),
    headings: all("h1", (it) => it.textContent.trim()),
    mains: all("main", (it) => it.id),
    twice: ids.filter((id, at) => ids.indexOf(id) !== at),
    crumbs: all(".breadcrumbs a", (it) => it.href),
    terms: all("[data-term]", (it) => ({
      id: it.dataset.term,
      // A link holds no button: there the mark only shows, and the definition stands at the end.
      opens: it.closest("a") !== null || it.getAttribute("popovertarget") === `def-${it.dataset.term}`,
      defined: Boolean(document.getElementById(`def-${it.dataset.term}`)?.textContent.trim()),
    })),
    boxes: all('header form[role="search"] input[name="q"]', (it) => it.id),
  };
}

/**
 * @param {string} place
 * @param {ReturnType<typeof look>} seen
 * @returns {string[]}
 */
function complain(place, seen) {
  const [folder] = place.split("/");
  const inLanguage = languages().includes(folder);
  // A page that is not translated is the Japanese one, and says that the Japanese is the proper address.
  const proper = new URL(seen.canonical || address(place)).pathname.split("/").find((it) => languages().includes(it));
  const rules = [
    [seen.width <= seen.window, `${seen.width} px wide in ${seen.window} px: ${seen.widest}`],
    [inLanguage ? [folder, proper].includes(seen.lang) : seen.lang !== "", `its language is "${seen.lang}"`],
    [seen.title !== "", "no title"],
    [seen.headings.length === 1 && seen.headings[0] !== "", `main headings: ${JSON.stringify(seen.headings)}`],
    [seen.mains.length === 1, `${seen.mains.length} main parts`],
    [seen.twice.length === 0, `an id twice: ${seen.twice}`],
    [!inLanguage || seen.boxes.length === 1, `${seen.boxes.length} search boxes in its header`],
    [!inLanguage || place === `${folder}/` || seen.crumbs[0] === address(`${folder}/`), "its breadcrumbs do not begin at home"],
  ];
  for (const { id, opens, defined } of seen.terms) {
    rules.push([opens, `the marked term ${id} does not open`], [defined, `the marked term ${id} has no definition`]);
  }
  return rules.filter(([holds]) => !holds).map(([, complaint]) => complaint);
}

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
