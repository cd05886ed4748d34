/**
 * Runs before `npm pack` and `npm publish` of the command: builds it, and puts the texts beside it that belong into
 * every copy. They are kept once, at the root of the repository.
 */
import { copyFileSync } from "node:fs";
import path from "node:path";
import { root } from "./repository.js";
import { ensureBuilt } from "./setup.js";

ensureBuilt();
for (const text of ["LICENSE", "README.md"]) {
  copyFileSync(path.join(root, text), path.join(root, "packages/nivose", text));
}
