// Serves a built site as a plain host of static files would: under a sub-path, so that every link must be
// relative, with the strict policy as a header, with texts compressed for browsers that take it, and with tags
// by which they know what they have already. It can be as slow as a phone's line, and counts what it sends.

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import { createGzip } from "node:zlib";

/** The folder of the address under which the site stands. */
export const BASE = "/plan/";

export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join("; ");

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "application/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "application/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

/** What is compressed already; all else is text. The last four are of Pagefind, to which ours is compared. */
const PACKED = new Set([".png", ".woff2", ".pagefind", ".pf_fragment", ".pf_index", ".pf_meta"]);

/** How hard hosts try that compress anew for each request. */
const LEVEL = 6;

/**
 * @typedef {object} Line
 * @property {number} latency milliseconds until an answer begins
 * @property {number} rate bytes a second, of all answers together
 */

/** @typedef {{bytes: number, requests: number}} Traffic what was sent, with the headers */

/**
 * @param {string} root of the site
 * @param {{policy?: string, line?: Line}} [options] another policy than the strict one; a line that is not the best
 * @returns {Promise<{url: string, traffic: () => Traffic, close: () => Promise<void>}>} the address of the site, with
 *   a slash at its end; what was sent since the beginning
 */
export async function serve(root, { policy = POLICY, line } = {}) {
  const sent = { bytes: 0, requests: 0 };
  const limit = line && limiter(line.rate);
  const server = createServer((request, response) => {
    // Browsers ask the root of the host for an icon of their own accord, sooner or later; the root is not the site's.
    if (request.url === "/favicon.ico") return refuse(response, 204);
    const { socket } = request;
    const before = socket.bytesWritten;
    response.once("close", () => {
      sent.bytes += socket.bytesWritten - before;
      sent.requests += 1;
    });
    const travel = line ? pause(line.latency) : Promise.resolve();
    travel
      .then(() => answer(root, request, response, policy, limit))
      .catch(() => {
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${server.address().port}${BASE}`, traffic: () => ({ ...sent }), close };
}

/**
 * @param {number} rate bytes a second
 * @returns {() => Transform} a stream for one answer; all of them share the rate
 */
function limiter(rate) {
  let free = 0;
  return () =>
    new Transform({
      transform(chunk, _, done) {
        const now = performance.now();
        free = Math.max(free, now) + (chunk.length / rate) * 1000;
        setTimeout(done, free - now, null, chunk);
      },
    });
}

async function answer(root, request, response, policy, limit) {
  const address = new URL(request.url, "http://localhost");
  const asked = decodeURIComponent(address.pathname);
  // `new URL` has resolved plain dots already; an encoded one must not leave the folder either.
  if (!asked.startsWith(BASE) || asked.split(/[/\\]/u).includes("..")) return refuse(response, 404);
  if (!["GET", "HEAD"].includes(request.method)) return refuse(response, 405);
  let file = path.join(root, asked.slice(BASE.length));
  let found = await look(file);
  if (found?.isDirectory()) {
    if (!asked.endsWith("/")) {
      response.writeHead(301, { Location: `${address.pathname}/${address.search}` });
      response.end();
      return;
    }
    file = path.join(file, "index.html");
    found = await look(file);
  }
  if (!found?.isFile()) return refuse(response, 404);
  const kind = path.extname(file);
  const packs = !PACKED.has(kind) && /\bgzip\b/u.test(request.headers["accept-encoding"] ?? "");
  const tag = `"${found.mtimeMs.toString(16)}-${found.size.toString(16)}"`;
  const known = request.headers["if-none-match"]?.endsWith(tag) ?? false;
  response.writeHead(known ? 304 : 200, {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": policy,
    "Content-Type": TYPES[kind] ?? "application/octet-stream",
    // What is compressed is the same text in other bytes.
    ETag: packs ? `W/${tag}` : tag,
    "X-Content-Type-Options": "nosniff",
    Vary: "Accept-Encoding",
    // How long a compressed answer becomes is known only at its end.
    ...(packs ? { "Content-Encoding": "gzip" } : { "Content-Length": found.size }),
  });
  if (known || request.method === "HEAD") return response.end();
  const ways = [...(packs ? [createGzip({ level: LEVEL })] : []), ...(limit ? [limit()] : [])];
  await pipeline(createReadStream(file), ...ways, response);
}

function refuse(response, status) {
  response.writeHead(status);
  response.end();
}

function look(file) {
  return stat(file).catch(() => undefined);
}
