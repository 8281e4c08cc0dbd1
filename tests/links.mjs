// Follows every link within a built site: `node links.mjs SITE`. Pages, fragments, files, the addresses of
// plan.json, the sitemap. An id that stands twice on a page is an error too: a fragment would be ambiguous.

import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

import { parse } from "parse5";

const [site] = process.argv.slice(2);
if (!site || !statSync(site, { throwIfNoEntry: false })?.isDirectory()) {
  console.error("usage: node links.mjs SITE (the folder of a built site)");
  process.exit(2);
}

const errors = [];
const pages = new Map();
for (const entry of readdirSync(site, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !entry.name.endsWith(".html")) continue;
  const file = path.join(entry.parentPath ?? entry.path, entry.name);
  pages.set(`/${path.relative(site, file).split(path.sep).join("/")}`, read(file));
}

/** @param {string} file @returns {{ids: Set<string>, links: string[]}} */
function read(file) {
  const ids = new Set();
  const links = [];
  const visit = (node) => {
    for (const { name, value } of node.attrs ?? []) {
      if (name === "id") {
        if (ids.has(value)) errors.push(`${file}: the id ${value} stands twice`);
        ids.add(value);
      }
      if (["href", "src", "action"].includes(name)) links.push(value);
      if (name === "popovertarget") links.push(`#${value}`);
    }
    for (const child of node.childNodes ?? []) visit(child);
  };
  visit(parse(readFileSync(file, "utf8")));
  return { ids, links };
}

/** Says what is wrong with a link from a page, if anything is. */
function fault(link, from) {
  const address = new URL(link, new URL(from, "http://site.invalid"));
  if (address.host !== "site.invalid") return null;
  const file = decodeURIComponent(address.pathname).replace(/\/$/u, "/index.html");
  const page = pages.get(file);
  if (!page && !existsSync(path.join(site, file))) return "no such file";
  const fragment = decodeURIComponent(address.hash.slice(1));
  if (fragment && !page?.ids.has(fragment)) return "no such fragment";
  return null;
}

let followed = 0;
function follow(link, from) {
  followed += 1;
  const what = fault(link, from);
  if (what) errors.push(`${from}: ${link}: ${what}`);
}

for (const [from, { links }] of pages) for (const link of links) follow(link, from);

const plan = JSON.parse(readFileSync(path.join(site, "data/plan.json"), "utf8"));
const ids = new Set(plan.nodes.map(({ id }) => id));
if (ids.size !== plan.nodes.length) errors.push("data/plan.json: an id stands twice");
for (const { id, parent, url } of plan.nodes) {
  if (parent !== null && !ids.has(parent)) errors.push(`data/plan.json: ${id} has the parent ${parent}, which does not exist`);
  for (const address of Object.values(url)) follow(address, "/data/plan.json");
}
for (const { from, to } of plan.reposts) {
  for (const id of [from, to]) if (id !== null && !ids.has(id)) errors.push(`data/plan.json: no node ${id}`);
}

for (const error of errors) console.error(error);
console.log(`links: ${pages.size} pages, ${followed} links followed; ${errors.length} errors`);
// A site without links has not been looked at.
process.exitCode = errors.length > 0 || followed === 0 ? 1 : 0;
