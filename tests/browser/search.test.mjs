// Finding something: the search page, and the module that other tools call.

import assert from "node:assert/strict";
import { test } from "node:test";

import { address, languages, open, PHONE, plan, reached } from "./browser.mjs";

/** Longer than the pause after which typing becomes a query. */
const QUIET = 500;
const NONSENSE = "ぬぺぽ存在しない語ゐゑ";

/** A word that the plan has in the language of the site. */
const WORD = { ja: "産学公金", en: "hydrogen" };

for (const lang of languages()) {
  const word = WORD[lang];
  const searchPage = (query) =>
    address(`${lang}/search/${query === undefined ? "" : `?q=${encodeURIComponent(query)}`}`);
  const parts = (page) => ({
    box: page.locator('main input[name="q"]'),
    links: page.locator("#search-results a"),
    region: page.locator("#search-results"),
    status: page.locator("#search-results [role=status], #search-results[aria-live], #search-results [aria-live]"),
  });

  test(`typing shows results and keeps the query in the address (${lang})`, async (t) => {
    const { page, faults } = await open(t);
    await page.goto(searchPage());
    const { box, links, status } = parts(page);
    assert.equal(await links.count(), 0);
    await box.pressSequentially(word);
    await links.first().waitFor();
    assert.ok((await links.count()) > 0);
    assert.match(await status.first().textContent(), /\d/u, "the count is told");
    assert.equal(new URL(page.url()).searchParams.get("q"), word);
    assert.equal(await box.inputValue(), word);
    const marked = await page.locator("#search-results mark").allTextContents();
    assert.ok(marked.length > 0, "the words are marked");

    await page.reload();
    await links.first().waitFor();
    assert.equal(await box.inputValue(), word, "a query of the address is in the box");
    assert.deepEqual(faults, []);
  });

  test(`a result lands on the place it names (${lang})`, async (t) => {
    const { page, faults } = await open(t, { viewport: PHONE });
    await page.goto(searchPage(word));
    const { links } = parts(page);
    await links.first().waitFor();
    const targets = await links.evaluateAll((all) => all.map((it) => it.href));
    // The first may be a page as a whole.
    const clause = targets.findIndex((target) => new URL(target).hash);
    await links.nth(clause).click();
    await page.waitForURL(targets[clause]);
    assert.ok(await reached(page), `nothing at ${targets[clause]}`);
    // The place is seen, not only somewhere on the page.
    const top = await page.evaluate(() => document.querySelector(":target").getBoundingClientRect().top);
    assert.ok(top >= 0 && top < PHONE.height, `the place is at ${top} px`);

    // All others exist too.
    const dead = [];
    for (const target of targets) {
      await page.goto(target, { waitUntil: "domcontentloaded" });
      if (new URL(target).hash && !(await reached(page))) dead.push(target);
    }
    assert.deepEqual(dead, []);

    await page.goto(searchPage(word));
    await links.first().waitFor();
    await links.first().click();
    await page.waitForURL(targets[0]);
    await page.goBack();
    await links.first().waitFor();
    assert.equal(await parts(page).box.inputValue(), word, "going back shows the results again");
    assert.deepEqual(faults, []);
  });

  test(`what does not occur gives nothing and says so (${lang})`, async (t) => {
    const { page, faults } = await open(t);
    await page.goto(searchPage(NONSENSE));
    const { links, region } = parts(page);
    await region.getByText(NONSENSE).waitFor();
    assert.equal(await links.count(), 0);
    assert.ok(await region.innerText(), "it says so");
    assert.deepEqual(faults, []);
  });

  test(`what is typed is never markup (${lang})`, async (t) => {
    const { page, faults } = await open(t);
    const { box, region } = parts(page);
    for (const query of ["<b>x", `"><img src=x onerror=alert(1)>`, `<b>${word}</b>`, "{query}", "$&"]) {
      await page.goto(searchPage(query));
      // The region says something to every query: how many, or none.
      await page.waitForFunction(() => document.getElementById("search-results").textContent.trim() !== "");
      assert.equal(await region.locator("b, img, script").count(), 0, query);
      assert.equal(await box.inputValue(), query);
      assert.equal(new URL(page.url()).searchParams.get("q"), query);
    }
    await page.goto(searchPage("<b>x"));
    await page.waitForFunction(() => document.getElementById("search-results").textContent.trim() !== "");
    assert.deepEqual(faults, []);
  });

  test(`an IME composition is not a query, its end is (${lang})`, async (t) => {
    const { page, faults } = await open(t);
    await page.goto(searchPage());
    const { box, links } = parts(page);
    const asked = [];
    page.on("request", (request) => {
      if (new URL(request.url()).pathname.endsWith(".json")) asked.push(request.url());
    });
    // The browser's own composition, as an input method makes it.
    const input = await page.context().newCDPSession(page);
    const compose = (text) =>
      input.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await box.focus();
    for (const kana of ["さ", "さn", "さん", "さんが", "さんがく"]) {
      await compose(kana);
      await page.waitForTimeout(QUIET / 2);
    }
    await compose("産学公金");
    await page.waitForTimeout(QUIET);
    assert.equal(await box.inputValue(), "産学公金", "the composition is in the box");
    assert.deepEqual(asked, [], "nothing is asked while composing");
    assert.equal(await links.count(), 0);
    assert.equal(new URL(page.url()).searchParams.get("q"), null);

    await input.send("Input.insertText", { text: word });
    await links.first().waitFor();
    assert.equal(new URL(page.url()).searchParams.get("q"), word);
    assert.deepEqual(faults, []);
  });

  test(`the same with the events alone, as other browsers order them (${lang})`, async (t) => {
    const { page } = await open(t);
    await page.goto(searchPage());
    const { box, links } = parts(page);
    const fire = (events) =>
      box.evaluate((it, [list, value]) => {
        for (const [type, options] of list) {
          if (type === "input") it.value = value;
          const kind = type === "input" ? InputEvent : CompositionEvent;
          it.dispatchEvent(new kind(type, { bubbles: true, ...options }));
        }
      }, [events, word]);
    await fire([
      ["compositionstart", { data: "" }],
      ["input", { isComposing: true, data: word, inputType: "insertCompositionText" }],
    ]);
    await page.waitForTimeout(QUIET);
    assert.equal(await links.count(), 0);
    // Safari sends the last input before the end, and none after it.
    await fire([
      ["input", { isComposing: true, data: word, inputType: "insertFromComposition" }],
      ["compositionend", { data: word }],
    ]);
    await links.first().waitFor();
  });

  test(`the search box of any page leads to the results (${lang})`, async (t) => {
    const { page, faults } = await open(t);
    const initiative = plan().nodes.find((node) => node.kind === "initiative");
    await page.goto(address(initiative.url[lang]));
    await page.locator('header input[name="q"]').fill(word);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname.endsWith(`/${lang}/search/`));
    const { links } = parts(page);
    await links.first().waitFor();
    assert.equal(new URL(page.url()).searchParams.get("q"), word);
    assert.deepEqual(faults, []);
  });

  test(`results are walked with the keyboard (${lang})`, async (t) => {
    const { page } = await open(t);
    await page.goto(searchPage());
    const { box, links } = parts(page);
    await box.pressSequentially(word);
    await links.nth(1).waitFor();
    const focused = () => links.evaluateAll((all) => all.indexOf(document.activeElement));
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(), 0, "arrow down from the box: the first result");
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(), 1, "and the second");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    assert.equal(await box.evaluate((it) => it === document.activeElement), true, "and back to the box");
    await page.keyboard.press("Escape");
    assert.equal(await box.inputValue(), "", "Esc empties the box");
  });

  test(`search() keeps its contract (${lang})`, async (t) => {
    const { page, faults } = await open(t);
    await page.goto(searchPage());
    const ask = (query, options) =>
      page.evaluate(
        async ([module, asked, given]) => (await import(module)).search(asked, given),
        [address("search/search.js"), query, options],
      );
    const { total, results } = await ask(word, { lang, limit: 3 });
    assert.ok(Number.isInteger(total) && total > 0);
    assert.equal(results.length, Math.min(total, 3), "no more than the limit");
    for (const { url, title, excerpt, score } of results) {
      assert.equal(typeof title, "string");
      assert.equal(typeof excerpt, "string");
      assert.ok(title.trim() && excerpt.trim(), url);
      assert.ok(Number.isFinite(score), url);
      // Wherever the site lives, the address works from any page of it.
      assert.ok(new URL(url, page.url()).href.startsWith(address(`${lang}/`)), url);
    }
    const scores = results.map(({ score }) => score);
    assert.deepEqual(scores, scores.toSorted((a, b) => b - a), "the best first");
    for (const nothing of [NONSENSE, "", "   ", "　"]) {
      assert.deepEqual(await ask(nothing, { lang, limit: 3 }), { total: 0, results: [] }, JSON.stringify(nothing));
    }
    assert.deepEqual(faults, []);
  });
}

/** What leads from one language to the other: what is typed where, and what the results show. */
const ACROSS = [
  { lang: "ja", typed: "hydrogen", shown: /水素/u },
  { lang: "ja", typed: "supply chains", shown: /サプライチェーン/u },
  { lang: "en", typed: "水素", shown: /hydrogen/iu },
];

for (const { lang, typed, shown } of ACROSS.filter(({ lang }) => languages().length > 1 && languages().includes(lang))) {
  test(`${typed} finds what it means, and the page says how (${lang})`, async (t) => {
    const { page, faults } = await open(t);
    await page.goto(address(`${lang}/search/?q=${encodeURIComponent(typed)}`));
    const links = page.locator("#search-results a");
    await links.first().waitFor();
    assert.match(await page.locator("#search-results li").first().innerText(), shown);
    for (const url of await links.evaluateAll((all) => all.map((it) => it.href))) {
      assert.ok(url.startsWith(address(`${lang}/`)), url);
    }
    assert.ok(await page.locator("#search-results li").first().locator("mark").count(), "the words are marked");
    assert.match(await page.locator("#search-results [role=status]").innerText(), /[「'].+[」']/u);
    assert.deepEqual(faults, []);
  });
}
