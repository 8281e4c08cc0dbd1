// What the plan says, section by section, from its open data: the truth against which the search is measured.

import { readFileSync } from "node:fs";
import path from "node:path";

/**
 * A node of the plan in one language.
 *
 * @typedef {object} Section
 * @property {string} id
 * @property {string} url from the root of the site, decoded
 * @property {string} page its address without the fragment
 * @property {string} own its folded title and text, a line each
 * @property {string[]} parts what can be found as one: all of it, or its title with one clause
 * @property {string} above the folded titles above it, which a result shows too
 */

const KATAKANA = /[ァ-ヶ]/gu;

/** Blanks, but for those between words of a European language, and not the ends of lines. */
const BLANK = /(?<![!-~])[^\S\n]+|[^\S\n]+(?![!-~])/gu;

/**
 * One spelling for what readers take to be the same. On purpose not the search's own: what is measured must not
 * be its own measure.
 *
 * @param {string} text
 * @returns {string} in lower case, hiragana, without blanks in Japanese; lines stay lines
 */
export function fold(text) {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(BLANK, "")
    .replace(/[-‐-―−~〜]/gu, "ー")
    .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/** The sections of a built site. */
export class Plan {
  #byLanguage = new Map();
  #byId = new Map();
  #nodes;

  /** @param {string} site the folder of the built site */
  constructor(site) {
    this.#nodes = JSON.parse(readFileSync(path.join(site, "data/plan.json"), "utf8")).nodes;
  }

  /** @param {string} lang @returns {string[]} the titles and texts as they are printed */
  texts(lang) {
    return this.#nodes.flatMap(({ title, text }) => [title[lang], text[lang]]).filter(Boolean);
  }

  /** @param {string} lang @returns {Map<string, Section>} by address */
  sections(lang) {
    if (!this.#byLanguage.has(lang)) {
      const sections = this.#read(lang);
      this.#byLanguage.set(lang, sections);
      this.#byId.set(lang, new Map([...sections.values()].map((section) => [section.id, section])));
    }
    return this.#byLanguage.get(lang);
  }

  #read(lang) {
    const byId = new Map(this.#nodes.map((node) => [node.id, node]));
    const titlesAbove = ({ parent }) => {
      const node = byId.get(parent);
      return node ? [node.title[lang] ?? "", ...titlesAbove(node)] : [];
    };
    const sections = this.#nodes.map((node) => {
      const url = decodeURI(node.url[lang]);
      const [title, text] = [node.title[lang], node.text[lang]].map((it) => fold(it ?? ""));
      const own = `${title}\n${text}`;
      // The clauses of a section of prose have addresses of their own, and one line of its text each.
      const parts = node.kind === "section" ? text.split("\n").map((line) => `${title}\n${line}`) : [own];
      return { id: node.id, url, page: url.split("#")[0], own, parts, above: fold(titlesAbove(node).join("\n")) };
    });
    return new Map(sections.map((section) => [section.url, section]));
  }

  /**
   * @param {string} lang
   * @param {string} url of a result: of a section, or of a clause of one, as `#growth-c2`
   * @returns {Section | undefined}
   */
  at(lang, url) {
    const place = decodeURI(url);
    const sections = this.sections(lang);
    return sections.get(place) ?? sections.get(place.replace(/-c\d+$/u, ""));
  }

  /**
   * @param {string} lang
   * @param {string[][]} wanted one wording of each of these must stand in the section
   * @returns {Section[]} those whose own title or text has them
   */
  holding(lang, wanted) {
    const folded = wanted.map((wordings) => wordings.map(fold));
    const holds = (part) => folded.every((wordings) => wordings.some((it) => part.includes(it)));
    return [...this.sections(lang).values()].filter(({ parts }) => parts.some(holds));
  }

  /** @param {string} lang @param {string} id @returns {Section} */
  node(lang, id) {
    this.sections(lang);
    const section = this.#byId.get(lang).get(id);
    if (!section) throw new Error(`the plan has no node ${id}`);
    return section;
  }
}
