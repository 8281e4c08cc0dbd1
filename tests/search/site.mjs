// What the tests of the search begin with: an index that `tests/search.rs` has written, and its search.

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

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
  const { useReader } = await import(at("search/loader.js"));
  const forget = () => {
    moved.bytes = 0;
    useReader(async (path) => {
      const content = await readFile(at(`search/${path}`), "utf8");
      moved.bytes += Buffer.byteLength(content);
      return JSON.parse(content);
    });
  };
  forget();
  const { search } = await import(at("search/search.js"));
  const { normalise } = await import(at("search/normalise.js"));
  const documents = JSON.parse(readFileSync(at("documents.json"), "utf8"));
  const languages = [...new Set(documents.map(([url]) => url.split("/")[0]))];
  const root = decodeURI(at("").pathname);
  const urls = ({ results }) => results.map(({ url }) => decodeURI(url).slice(root.length));
  return { skip: false, search, normalise, documents, languages, urls, forget };
}
