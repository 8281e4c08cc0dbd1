/**
 * Loads the files of the index, each once. Tests give another reader; nothing else touches the network.
 */

/** @typedef {(path: string, version: string) => Promise<any>} Reader reads a JSON file beside this module */

/** @type {Reader} */
async function fetchBeside(path, version) {
  const address = new URL(path, import.meta.url);
  if (version) address.searchParams.set("v", version);
  // What has no version may have changed since the last visit: ask the server.
  const response = await fetch(address, version ? {} : { cache: "no-cache" });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/** @type {Reader} */
let read = fetchBeside;
/** @type {Map<string, Promise<any>>} */
const loaded = new Map();

/** @param {Reader} reader from now on reads the files */
export function useReader(reader) {
  read = reader;
  loaded.clear();
}

/**
 * @param {string} path of a file of the index, relative to this module
 * @param {string} [version] the edition it belongs to
 * @returns {Promise<any>} its content
 */
export function load(path, version = "") {
  const known = loaded.get(path);
  if (known) return known;
  const content = read(path, version);
  loaded.set(path, content);
  // A failure is not kept: the next query tries again.
  content.catch(() => loaded.delete(path));
  return content;
}
