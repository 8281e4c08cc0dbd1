// The built site and a browser to look at it with: what both the journeys and the evaluation of the search need.

import { statSync } from "node:fs";
import path from "node:path";

import { chromium } from "playwright-core";

/** The built site: `KEIKAKU_SITE`, or `public/` of this repository. */
export const SITE = path.resolve(process.env.KEIKAKU_SITE ?? path.join(import.meta.dirname, "../../public"));

if (!statSync(path.join(SITE, "index.html"), { throwIfNoEntry: false })) {
  throw new Error(`no built site in ${SITE}: build it, or name its folder in KEIKAKU_SITE`);
}

const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** @returns {Promise<import("playwright-core").Browser>} `CHROMIUM` names another than the usual one */
export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGUMENTS });
}
