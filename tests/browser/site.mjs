// The built site that is tested.

import { statSync } from "node:fs";
import path from "node:path";

/** The built site: `KEIKAKU_SITE`, or `public/` of this repository. */
export const SITE = path.resolve(process.env.KEIKAKU_SITE ?? path.join(import.meta.dirname, "../../public"));

if (!statSync(path.join(SITE, "index.html"), { throwIfNoEntry: false })) {
  throw new Error(`no built site in ${SITE}: build it, or name its folder in KEIKAKU_SITE`);
}
