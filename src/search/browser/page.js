/**
 * The search page: shows in `#search-results` what the box finds, while typing, and keeps `?q=` in the
 * address. Elsewhere the box is a plain form that leads here, and this module does nothing.
 *
 * All words come from `data-` attributes of that element: `data-lang`, `data-text-count` and
 * `data-text-count-one` (with `{count}`), `data-text-none` (may have `{query}`), `data-text-error`,
 * `data-kind-<kind>`, `data-text-also` (with `{words}`: what was searched for besides), `data-text-from`
 * (other languages), `data-text-partial` (not all words were found).
 */

import { search } from "./search.js";

/** Milliseconds without a key after which a query is worth its requests. */
const PAUSE = 120;
const SHOWN = 30;

/**
 * @param {string} text
 * @param {[number, number][]} ranges in order
 * @returns {DocumentFragment} the text with its ranges marked; nothing in it is ever markup
 */
function marked(text, ranges) {
  const fragment = document.createDocumentFragment();
  let done = 0;
  for (const [start, end] of ranges) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    fragment.append(text.slice(done, start), mark);
    done = end;
  }
  fragment.append(text.slice(done));
  return fragment;
}

/**
 * @param {string} name of the element
 * @param {string} className
 * @param {...(Node|string)} content
 */
function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

/**
 * @param {import("./search.js").Result} result
 * @param {HTMLElement} region
 * @returns {HTMLElement} a list item
 */
function item(result, region) {
  const link = document.createElement("a");
  link.href = result.url;
  link.append(marked(result.title, result.titleMarks));
  const kind = region.getAttribute(`data-kind-${result.kind}`);
  const place = result.page === result.title ? [] : [element("span", "search-page", result.page)];
  const made = element(
    "li",
    "search-result",
    element("p", "search-title", link),
    element("p", "search-place", ...(kind ? [element("span", "search-kind", kind), " "] : []), ...place),
    element("p", "search-excerpt", marked(result.excerpt, result.marks)),
  );
  if (result.lang !== region.dataset.lang) made.lang = result.lang;
  if (result.original) {
    const original = element("p", "search-excerpt", marked(result.original.excerpt, result.original.marks));
    original.lang = result.original.lang;
    made.append(original);
  }
  return made;
}

/**
 * @param {import("./search.js").Answer} answer
 * @param {string} query
 * @param {HTMLElement} region
 * @returns {string} how much was found, and by what
 */
function summary({ total, also = [], corrected, from, partial }, query, region) {
  const others = corrected ? [corrected, ...also] : also;
  const parts = [wording(region, ["none", "count-one"][total] ?? "count", { count: String(total), query })];
  if (partial) parts.push(wording(region, "partial", { query }));
  if (others.length > 0) parts.push(wording(region, "also", { words: others.join(" / ") }));
  if (from) parts.push(wording(region, "from", { query }));
  return parts.join(" ");
}

/**
 * @param {HTMLElement} region
 * @param {string} name of the text
 * @param {Record<string, string>} values for its places
 */
function wording(region, name, values) {
  const text = region.getAttribute(`data-text-${name}`) ?? "";
  return text.replace(/\{(\w+)\}/gu, (place, key) => values[key] ?? place);
}

/** @param {string} query keeps it in the address, without a new entry in the history */
function keepInAddress(query) {
  const address = new URL(window.location.href);
  if (query) address.searchParams.set("q", query);
  else address.searchParams.delete("q");
  window.history.replaceState(window.history.state, "", address);
}

/**
 * Arrow keys lead from the box through the results and back; Esc empties the box.
 * @param {HTMLInputElement} box
 * @param {HTMLElement} list
 * @param {() => void} changed is told that the box has been emptied
 */
function walkByKeys(box, list, changed) {
  const stops = () => [box, ...list.querySelectorAll("a")];
  const walk = (/** @type {KeyboardEvent} */ event) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (!step || event.isComposing) return;
    const all = stops();
    const next = all[all.findIndex((stop) => stop === document.activeElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  box.addEventListener("keydown", walk);
  list.addEventListener("keydown", walk);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing || !box.value) return;
    event.preventDefault();
    box.value = "";
    changed();
  });
}

/**
 * @param {HTMLElement} region
 * @param {HTMLInputElement} box
 */
function start(region, box) {
  const status = element("p", "search-status");
  status.setAttribute("role", "status");
  const list = element("ol", "search-list");
  region.replaceChildren(status, list);
  let latest = 0;
  let timer = 0;

  const show = async () => {
    const turn = (latest += 1);
    const query = box.value.trim();
    keepInAddress(query);
    let message = "";
    /** @type {HTMLElement[]} */
    let items = [];
    try {
      const answer = await search(query, { lang: region.dataset.lang, limit: SHOWN });
      items = answer.results.map((result) => item(result, region));
      if (query) message = summary(answer, query, region);
    } catch {
      message = wording(region, "error", { query });
    }
    // An answer that a later query has overtaken is not shown.
    if (turn !== latest) return;
    list.replaceChildren(...items);
    status.textContent = message;
  };
  const soon = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(show, PAUSE);
  };
  box.addEventListener("input", (event) => {
    // Half-typed kana are not a query; the end of the composition is.
    if (!(event instanceof InputEvent && event.isComposing)) soon();
  });
  box.addEventListener("compositionend", soon);
  walkByKeys(box, list, soon);
  box.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    window.clearTimeout(timer);
    show();
  });
  box.value = new URL(window.location.href).searchParams.get("q") ?? box.value;
  if (box.value) show();
}

const region = document.getElementById("search-results");
const boxes = document.querySelectorAll('form[role="search"] input[name="q"]');
// The page's own box stands in its main part, behind the one of the header.
const box = document.querySelector('main form[role="search"] input[name="q"]') ?? boxes[0];
if (region && box instanceof HTMLInputElement) start(region, box);
