/**
 * Writes options as paper has them from a flat list, where there is no source to read: `{ "services.web.enable": { "type":
 * "boolean", "default": "false", "declared": [ … ] }, … }`, as manuals have them. Types come from their descriptions.
 *
 *     node scripts/run.js packages/nivose/conformance/paper-lists.ts LIST.json FOLDER
 */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type ListedFacts, optionsOfLists } from "../src/schema/data/listed-options.ts";
import { filesOfOptions } from "../src/schema/data/option-files.ts";

const [list, folder] = process.argv.slice(2);
if (list === undefined || folder === undefined) throw new Error("usage: paper-lists.ts LIST.json FOLDER");

const found = optionsOfLists(JSON.parse(readFileSync(list, "utf8")) as Record<string, ListedFacts>);
rmSync(folder, { recursive: true, force: true });
for (const [name, text] of filesOfOptions(found)) {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
for (const name of found.misplaced) process.stdout.write(`no place for ${name}\n`);
