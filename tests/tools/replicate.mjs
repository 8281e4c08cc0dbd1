// Makes a plan many times as large out of the real one: each copy is a volume of its own, with ids of its own.
// usage: node tests/tools/replicate.mjs TARGET_FOLDER COPIES

import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [target, copies] = [process.argv[2], Number(process.argv[3])];
if (!target || !(copies > 0)) {
  console.error("usage: node tests/tools/replicate.mjs TARGET_FOLDER COPIES");
  process.exit(2);
}
const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const volume = "industry";

/** The text of a file of the volume with everything that must be unique made so. */
function renamed(name, text, n) {
  const own = (id) => `${id}-${n}`;
  if (name.endsWith(".md")) {
    return text
      .replace(/\b(table|initiatives|target)\("([^"]+)"\)/g, (_, what, id) => `${what}("${own(id)}")`)
      .replaceAll("産業編", `産業編${n}`)
      .replaceAll("Repeated from: Industry,", `Repeated from: Industry ${n},`);
  }
  if (name === "volume.yaml") return text.replace("産業編", `産業編${n}`).replace("Industry", `Industry ${n}`);
  if (["targets.yaml", "policy.yaml", "institutions.yaml"].includes(name)) {
    // The kinds of support are inline maps and keep their ids.
    return text.replace(/^(\s+(?:- )?id: )(.+)$/gm, (_, key, id) => `${key}${own(id)}`);
  }
  return text;
}

function copy(from, to, n) {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    const path = join(from, name);
    if (statSync(path).isDirectory()) {
      copy(path, join(to, name === "data" ? name : `${name}-${n}`), n);
    } else {
      const isStatistic = basename(from) === "data" && !name.startsWith("translated.");
      const newName = isStatistic ? name.replace(/\./, `-${n}.`) : name;
      writeFileSync(join(to, newName), renamed(name, readFileSync(path, "utf8"), n));
    }
  }
}

const volumes = [];
for (let n = 1; n <= copies; n += 1) {
  copy(join(root, "content", volume), join(target, "content", `${volume}-${n}`), n);
  volumes.push(`  - id: ${volume}-${n}`);
}
const plan = readFileSync(join(root, "content", "plan.yaml"), "utf8");
writeFileSync(join(target, "content", "plan.yaml"), plan.replace(`  - id: ${volume}`, volumes.join("\n")));
cpSync(join(root, "content", "names.yaml"), join(target, "content", "names.yaml"));
// What citizens say leads to all copies of its answer.
const synonyms = readFileSync(join(root, "content", "synonyms.yaml"), "utf8");
const everyCopy = (id) => volumes.map((_, i) => id.replace(/^[^/]+/, (slug) => `${slug}-${i + 1}`));
writeFileSync(
  join(target, "content", "synonyms.yaml"),
  synonyms.replace(/^(\s+leads_to: )\[(.+)\]$/gm, (_, key, ids) => `${key}[${ids.split(", ").flatMap(everyCopy).join(", ")}]`),
);
cpSync(join(root, "glossary.yaml"), join(target, "glossary.yaml"));
cpSync(join(root, "themes"), join(target, "themes"), { recursive: true });
console.log(`${copies} volumes in ${target}`);
