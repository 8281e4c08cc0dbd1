// A reader changes the language and stays at the same place.

import assert from "node:assert/strict";
import { test } from "node:test";

import { DESK, address, open, plan, reached } from "./browser.mjs";

const [from, to] = plan().plan.languages;
/** An action well below the top of its page. */
const node = plan().nodes.filter(({ kind }) => kind === "action").at(8);
const [place, fragment] = node.url[from].split("#");
const inOther = () => address(node.url[to].split("#")[0]);
const other = `.languages a[hreflang="${to}"]`;

test("a link with a fragment leads to the same clause", async (t) => {
  const { page, faults } = await open(t, { viewport: DESK });
  await page.goto(address(`${place}#${fragment}`));
  await page.locator(other).click();
  await page.waitForURL(`${inOther()}#${fragment}`);
  assert.equal(await reached(page), fragment);
  assert.deepEqual(faults, []);
});

test("without a fragment it is what stands at the top of the window", async (t) => {
  const { page } = await open(t, { viewport: DESK });
  await page.goto(address(place));
  await page.locator(other).focus();
  assert.equal(await page.locator(other).evaluate((link) => link.href), inOther(), "at the top of the page, the page");
  await page.evaluate((id) => document.getElementById(id)?.scrollIntoView(), fragment);
  await page.locator(other).evaluate((link) => link.click());
  await page.waitForURL(`${inOther()}#${fragment}`);
});

test("the search keeps its query", async (t) => {
  const { page } = await open(t, { viewport: DESK });
  await page.goto(address(`${from}/search/?q=DX`));
  await page.locator(other).click();
  await page.waitForURL(address(`${to}/search/?q=DX`));
});

test("without JavaScript it leads to the page", async (t) => {
  const { page } = await open(t, { viewport: DESK, javaScriptEnabled: false });
  await page.goto(address(place));
  await page.locator(other).click();
  await page.waitForURL(inOther());
});
