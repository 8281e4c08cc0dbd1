// Writes the examples of the CommonMark specification as JSON: `node dump.mjs FILE`.
// Each is {example, markdown, html, section}, as in the specification's own spec.json.

import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const EXPECTED = 652;

const [file] = process.argv.slice(2);
if (!file) {
  console.error("usage: node dump.mjs FILE");
  process.exit(2);
}

// The package is CommonJS and reads its text beside itself.
const { tests } = createRequire(import.meta.url)("commonmark-spec");

// The text of the specification prints a tab as an arrow.
const tabs = (text) => text.replaceAll("→", "\t");
const examples = tests.map(({ number, markdown, html, section }) => ({
  example: number,
  markdown: tabs(markdown),
  html: tabs(html),
  section,
}));

if (examples.length !== EXPECTED) {
  console.error(`${examples.length} examples of CommonMark, not ${EXPECTED}`);
  process.exit(1);
}
writeFileSync(file, `${JSON.stringify(examples, null, 1)}\n`);
console.log(`${examples.length} examples of CommonMark`);
