// Checks every document of a built site: `node documents.mjs SITE`.
//
// - HTML and CSS through the Nu checker (Java, one run over all files): errors fail, warnings are printed.
// - No page carries what the strict policy forbids: inline scripts, styles and event attributes, anything
//   that is fetched from another host.
// - XML and JSON parse.

import { execFile } from "node:child_process";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";

import { DOMParser, onErrorStopParsing } from "@xmldom/xmldom";
import { defaultTreeAdapter, html as names, parse } from "parse5";

/** More messages than this are a flood; the count is told. */
const SHOWN = 50;
/** Attributes by which a page fetches something; a link that a reader follows may lead anywhere. */
const FETCHED = new Set(["src", "srcset", "poster", "data", "background", "manifest"]);
const FETCHED_LINKS = /\b(stylesheet|icon|preload|modulepreload|prefetch|manifest|preconnect|dns-prefetch)\b/iu;
const FOREIGN = /(^|[\s,])([a-z][a-z0-9+.-]*:)?\/\//iu;
/** The checker reads files, whose 'self' is no host; the browser tests hold the policy, and `forbidden` other hosts. */
const FALSE_OF_FILES = /^Resource violates Content Security Policy \(meta tag\): /u;

/** CSS Anchor Positioning (Level 1), which browsers have and the checker does not know yet. */
const NEWER_THAN_CHECKER = /^CSS: “(position-area|position-try-fallbacks)”: Property “[a-z-]+” doesn't exist\./u;

const [site] = process.argv.slice(2);
if (!site || !statSync(site, { throwIfNoEntry: false })?.isDirectory()) {
  console.error("usage: node documents.mjs SITE (the folder of a built site)");
  process.exit(2);
}

const files = readdirSync(site, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
  .sort();
const ending = (...endings) => files.filter((file) => endings.includes(path.extname(file)));

const errors = [
  ...(await nu(ending(".html", ".css"))),
  ...ending(".html").flatMap((file) => forbidden(file).map((what) => `${place(file)}: ${what}`)),
  ...ending(".xml", ".svg").flatMap((file) => attempt(file, parseXml)),
  ...ending(".json", ".webmanifest").flatMap((file) => attempt(file, JSON.parse)),
];

for (const error of errors.slice(0, SHOWN)) console.error(error);
if (errors.length > SHOWN) console.error(`… and ${errors.length - SHOWN} more`);
const counts = [".html", ".css", ".xml", ".json"].map((it) => `${ending(it).length} ${it}`).join(", ");
console.log(`documents: ${counts}; ${errors.length} errors`);
// A folder without pages is not a sound site.
if (ending(".html").length === 0) console.error("no page at all");
process.exitCode = errors.length > 0 || ending(".html").length === 0 ? 1 : 0;

function place(file) {
  return path.relative(site, file);
}

/**
 * @param {string[]} documents
 * @returns {Promise<string[]>} the errors; warnings are printed
 */
async function nu(documents) {
  const jar = String(createRequire(import.meta.url)("vnu-jar"));
  const options = ["-Xss1m", "-jar", jar, "--also-check-css", "--format", "json", "--stdout", "--exit-zero-always"];
  let messages;
  try {
    const run = await promisify(execFile)("java", [...options, ...documents], { maxBuffer: 256 * 1024 * 1024 });
    ({ messages } = JSON.parse(run.stdout));
  } catch (cause) {
    return [`the Nu checker did not run: ${cause.message}\n${cause.stderr ?? ""}`];
  }
  const telling = messages.filter(({ message }) => !FALSE_OF_FILES.test(message) && !NEWER_THAN_CHECKER.test(message));
  const told = telling.map(({ url, lastLine, lastColumn, type, subType, message, extract }) => ({
    warning: type === "info",
    text: `${url ? place(new URL(url).pathname) : "?"}:${lastLine ?? 0}:${lastColumn ?? 0}: ${
      subType ?? type
    }: ${message}${extract ? `\n    ${JSON.stringify(extract)}` : ""}`,
  }));
  const warnings = told.filter(({ warning }) => warning);
  for (const { text } of warnings.slice(0, SHOWN)) console.log(text);
  console.log(`Nu checker: ${documents.length} documents, ${warnings.length} warnings`);
  return told.filter(({ warning }) => !warning).map(({ text }) => text);
}

/**
 * @param {string} file a page
 * @returns {string[]} what the strict policy forbids
 */
function forbidden(file) {
  const found = [];
  const visit = (node) => {
    if (node.tagName) found.push(...ofElement(node));
    for (const child of node.childNodes ?? []) visit(child);
    // The content of a template is not among its children.
    if (node.content) visit(node.content);
  };
  visit(parse(readFileSync(file, "utf8"), { treeAdapter: defaultTreeAdapter }));
  return found;
}

function ofElement({ tagName, namespaceURI, attrs, childNodes }) {
  const found = [];
  const value = (name) => attrs.find((attribute) => attribute.name === name)?.value;
  const text = childNodes.map((child) => child.value ?? "").join("");
  // A data block (JSON-LD, JSON) is never run, and the policy lets it stand.
  const runs = !/^application\/(ld\+)?json$/iu.test(value("type") ?? "");
  if (tagName === "script" && runs && text.trim()) found.push("inline script");
  if (tagName === "script" && !runs && !parses(text)) found.push("data block that is not JSON");
  if (tagName === "style") found.push("style element");
  if (tagName === "base") found.push("base element");
  for (const { name, value: given } of attrs) {
    if (name === "style") found.push(`style attribute on ${tagName}`);
    if (/^on/iu.test(name)) found.push(`event attribute ${name} on ${tagName}`);
    if (/^\s*(javascript|vbscript):/iu.test(given)) found.push(`script address in ${name} of ${tagName}`);
    if (FETCHED.has(name) && FOREIGN.test(given)) found.push(`${tagName} fetches ${given}`);
  }
  const svgFetches = namespaceURI === names.NS.SVG && ["use", "image", "feimage"].includes(tagName.toLowerCase());
  const linkFetches = tagName === "link" && FETCHED_LINKS.test(value("rel") ?? "");
  if ((svgFetches || linkFetches) && FOREIGN.test(value("href") ?? "")) {
    found.push(`${tagName} fetches ${value("href")}`);
  }
  return found;
}

function parses(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function attempt(file, parseText) {
  try {
    parseText(readFileSync(file, "utf8"));
    return [];
  } catch (cause) {
    return [`${place(file)}: ${cause.message}`];
  }
}

function parseXml(text) {
  new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, "text/xml");
}
