// Checks the languages of a built site: `node languages.mjs SITE`.
//
// - `<html lang>` is the folder's; a page with its own text is its own canonical address, one that shows the
//   plan's own words names the page that they are from, marks them, and is told to search engines nowhere.
// - The sets of hreflang are mutual, hold the page itself and x-default, and are those of the sitemap.
// - Every page leads to the very same page in every other language.
// - A text in the language of a page is not written in a script that the language does not have: a text of
//   another language is marked as such. Which scripts a language has is told by the strings of its theme.

import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

import { DOMParser } from "@xmldom/xmldom";
import { parse } from "parse5";

const [site] = process.argv.slice(2);
if (!site || !statSync(site, { throwIfNoEntry: false })?.isDirectory()) {
  console.error("usage: node languages.mjs SITE (the folder of a built site)");
  process.exit(2);
}

const THEMES = path.join(import.meta.dirname, "../themes/default/i18n");
const SCRIPTS = ["Han", "Hiragana", "Katakana", "Hangul", "Cyrillic", "Arabic"].map((name) => ({
  name,
  letter: new RegExp(`\\p{Script=${name}}`, "u"),
}));

const errors = [];
/** By address below the base URL: what the head of a page says. */
const pages = new Map();
const front = read("index.html");
const base = front.canonical;
const languages = readdirSync(site, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(path.join(site, entry.name, "index.html")))
  .map(({ name }) => name);
for (const file of readdirSync(site, { recursive: true }).map((it) => it.split(path.sep).join("/")).sort()) {
  if (file.endsWith("index.html")) pages.set(file.replace(/index\.html$/u, ""), read(file));
}

/** @param {string} file */
function read(file) {
  const found = { lang: "", main: "", canonical: "", alternates: {}, links: [], texts: [] };
  const visit = (node, lang) => {
    const value = (name) => node.attrs?.find((attribute) => attribute.name === name)?.value;
    const own = value("lang") ?? lang;
    if (node.tagName === "html") found.lang = own;
    if (node.tagName === "main") found.main = own;
    if (node.tagName === "link" && value("rel") === "canonical") found.canonical = value("href");
    if (node.tagName === "link" && value("rel") === "alternate") {
      if (value("hreflang") in found.alternates) errors.push(`${file}: two alternates in ${value("hreflang")}`);
      found.alternates[value("hreflang")] = value("href");
    }
    if (value("class") === "same-page") found.links.push({ lang: own, to: value("href"), hreflang: value("hreflang") });
    if (node.nodeName === "#text" && node.value.trim() && !["script", "style"].includes(node.parentNode.tagName)) {
      found.texts.push({ lang: own, text: node.value.trim() });
    }
    for (const child of node.childNodes ?? []) visit(child, own);
  };
  visit(parse(readFileSync(path.join(site, file), "utf8")), "");
  return found;
}

/** The scripts that a language has no letter of, by the strings of the theme. */
function foreign(lang) {
  const lines = readFileSync(path.join(THEMES, `${lang}.yaml`), "utf8").split("\n");
  const words = lines.filter((line) => !line.startsWith("#")).join("\n");
  return SCRIPTS.filter(({ letter }) => !letter.test(words));
}

const same = (one, other) => JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
const scripts = new Map(languages.map((lang) => [lang, foreign(lang)]));
let original = 0;

for (const [place, page] of pages) {
  const wrong = (what) => errors.push(`${place || "/"}: ${what}`);
  const [folder] = place.split("/");
  if (place === "") {
    if (!same(page.alternates, pages.get(`${page.lang}/`).alternates)) wrong("its alternates are not those of the home pages");
    continue;
  }
  if (page.lang !== folder) wrong(`its language is "${page.lang}"`);
  const inner = place.slice(folder.length);
  const fallback = page.main !== page.lang;
  const proper = `${base}${fallback ? page.main : folder}${inner}`;
  if (page.canonical !== proper) wrong(`its canonical address is ${page.canonical}`);
  if (fallback) original += 1;
  if (fallback && Object.keys(page.alternates).length > 0) wrong("it is not translated and has alternates");
  const translated = languages.filter((lang) => pages.get(`${lang}${inner}`)?.main === lang);
  if (!fallback && translated.length > 1) {
    const expected = Object.fromEntries(translated.map((lang) => [lang, `${base}${lang}${inner}`]));
    expected["x-default"] = inner === "/" ? base : `${base}${front.lang}${inner}`;
    if (!same(page.alternates, expected)) wrong(`its alternates are ${JSON.stringify(page.alternates)}`);
  } else if (Object.keys(page.alternates).length > 0) wrong("it is alone and has alternates");
  const others = new Set(page.links.map(({ lang }) => lang));
  for (const lang of languages.filter((it) => it !== folder)) if (!others.has(lang)) wrong(`no link to it in ${lang}`);
  for (const { lang, to, hreflang } of page.links) {
    if (new URL(to, `${base}${place}`).href !== `${base}${lang}${inner}` || hreflang !== lang) wrong(`${to} is not it in ${lang}`);
  }
  for (const { lang, text } of page.texts) {
    const script = scripts.get(lang)?.find(({ letter }) => letter.test(text));
    if (script) wrong(`${script.name} in a text marked as ${lang}: ${text.slice(0, 40)}`);
  }
}

const listed = new Map();
const sitemap = new DOMParser().parseFromString(readFileSync(path.join(site, "sitemap.xml"), "utf8"), "text/xml");
for (const entry of sitemap.getElementsByTagName("url")) {
  const links = [...entry.getElementsByTagName("xhtml:link")];
  const alternates = Object.fromEntries(links.map((link) => [link.getAttribute("hreflang"), link.getAttribute("href")]));
  listed.set(entry.getElementsByTagName("loc")[0].textContent.slice(base.length), alternates);
}
for (const [place, page] of pages) {
  const search = /^[^/]+\/search\/$/u.test(place);
  const wanted = !search && page.main !== "" && (place === "" || page.main === page.lang);
  if (wanted !== listed.has(place)) errors.push(`sitemap.xml: ${place || "/"} is ${wanted ? "missing" : "listed"}`);
  else if (wanted && !same(listed.get(place), page.alternates)) errors.push(`sitemap.xml: ${place || "/"}: other alternates`);
}
for (const place of listed.keys()) if (!pages.has(place)) errors.push(`sitemap.xml: no page ${place}`);

for (const error of errors) console.error(error);
console.log(`languages: ${languages.join(", ")}; ${pages.size} pages, ${original} not translated; ${errors.length} errors`);
process.exitCode = errors.length > 0 || pages.size < 2 ? 1 : 0;
