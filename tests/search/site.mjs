// What the tests of the search begin with: an index that `tests/search.rs` has written, and the modules that search it.

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

import { useReader } from "../../src/search/browser/loader.js";
import { normalise } from "../../src/search/browser/normalise.js";
import { search as searchOpened } from "../../src/search/browser/search.js";

/** Above the module that searches, as the site's root is above the script. */
const ROOT = decodeURI(new URL("../../src/search/", import.meta.url).pathname);

/** The folder of the index that is read. */
let opened = "";

/** Bytes that queries have read from an index since its reader was made anew. */
export const moved = { bytes: 0 };

/**
 * @param {string} variable of the environment that names the folder
 * @returns {Promise<object>} `skip` says why there is none, when tests are run alone
 */
export async function open(variable) {
  const folder = process.env[variable];
  if (!folder) return { skip: "no index: run by `cargo test --test search`", documents: [], languages: [] };
  const at = (path) => new URL(path, `${pathToFileURL(folder)}/`);
  const forget = () => {
    opened = folder;
    moved.bytes = 0;
    useReader(async (path) => {
      const content = await readFile(at(`search/${path}`), "utf8");
      moved.bytes += Buffer.byteLength(content);
      return JSON.parse(content);
    });
  };
  const search = (query, options) => {
    if (opened !== folder) forget();
    return searchOpened(query, options);
  };
  const documents = JSON.parse(readFileSync(at("documents.json"), "utf8"));
  const languages = [...new Set(documents.map(([url]) => url.split("/")[0]))];
  const urls = ({ results }) => results.map(({ url }) => decodeURI(url).slice(ROOT.length));
  return { skip: false, at, search, normalise, documents, languages, urls, forget };
}
