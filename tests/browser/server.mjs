// Serves a built site as a plain host of static files would: under a sub-path, so that every link must be
// relative, with the strict policy as a header, and with texts compressed for browsers that take it.

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { pipeline } from "node:stream/promises";
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

/** What is compressed already; all else is text. */
const PACKED = new Set([".png", ".woff2"]);

/**
 * @param {string} root of the site
 * @returns {Promise<{url: string, close: () => Promise<void>}>} the address of the site, with a slash at its end
 */
export async function serve(root) {
  const server = createServer((request, response) => {
    answer(root, request, response).catch(() => {
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
  return { url: `http://127.0.0.1:${server.address().port}${BASE}`, close };
}

async function answer(root, request, response) {
  const address = new URL(request.url, "http://localhost");
  const asked = decodeURIComponent(address.pathname);
  // Browsers ask the root of the host for an icon of their own accord; the root is not the site's.
  if (asked === "/favicon.ico") return refuse(response, 204);
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
  response.writeHead(200, {
    "Cache-Control": "no-cache",
    "Content-Security-Policy": POLICY,
    "Content-Type": TYPES[kind] ?? "application/octet-stream",
    "X-Content-Type-Options": "nosniff",
    Vary: "Accept-Encoding",
    // How long a compressed answer becomes is known only at its end.
    ...(packs ? { "Content-Encoding": "gzip" } : { "Content-Length": found.size }),
  });
  if (request.method === "HEAD") response.end();
  else await pipeline(createReadStream(file), ...(packs ? [createGzip()] : []), response);
}

function refuse(response, status) {
  response.writeHead(status);
  response.end();
}

function look(file) {
  return stat(file).catch(() => undefined);
}
