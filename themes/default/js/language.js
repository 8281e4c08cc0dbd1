/**
 * Leads readers who change the language to the place where they are: links to the same page in another
 * language take over the fragment and the query of the address. Without a fragment they lead to what stands
 * at the top of the window. Where no script runs they are plain links to the page.
 */

/** How far below the upper edge the clause may begin that a reader has at the top. */
const EDGE = 48;

/** @type {NodeListOf<HTMLAnchorElement>} */
const links = document.querySelectorAll("a.same-page");

/** @returns {string} the id of the last element that begins at the top of the window or above; may be empty */
function atTop() {
  if (window.scrollY === 0) return "";
  let found = "";
  for (const element of document.querySelectorAll("article [id]")) {
    const box = element.getBoundingClientRect();
    if (box.height > 0 && box.top <= EDGE) found = element.id;
  }
  return found;
}

function follow() {
  const query = new URLSearchParams(window.location.search).get("q");
  const fragment = window.location.hash || atTop();
  for (const link of links) {
    const address = new URL(link.href);
    address.hash = fragment;
    address.search = query ? new URLSearchParams({ q: query }).toString() : "";
    link.href = address.href;
  }
}

follow();
window.addEventListener("hashchange", follow);
// The place and the query change without an event; what counts is where the reader is when taking the link.
for (const link of links) for (const event of ["pointerdown", "focus", "click"]) link.addEventListener(event, follow);
