/**
 * `node scripts/run.js scripts/docs.ts`: writes what is made from the sources for people to read, the pages of
 * `docs/messages/`, `docs/spec.md` and the manual page. With `--check` nothing is written, and files that are not what they should be
 * are named.
 */

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { verbs } from "../packages/nivose/src/cli/app.ts";
import { manPage } from "../packages/nivose/src/cli/documentation/man-page.ts";
import { rulePages } from "../packages/nivose/src/cli/documentation/rule-pages.ts";
import { messagePages } from "../packages/nivose/src/cli/documentation/message-pages.ts";
import { specPage } from "../packages/nivose/src/cli/documentation/spec-page.ts";

// loaded as the verbs load them, so that both are one
const { catalogue } = await import("../packages/nivose/src/cli/catalogue.ts");
const { rules } = await import("../packages/nivose/src/check/rules/index.ts");
const { loadPreset } = await import("../packages/nivose/src/scaffold/presets/index.ts");
const { presetNames } = await import("../packages/nivose/src/scaffold/presets/names.ts");
const { releases } = await import("../packages/nivose/src/scaffold/release.ts");
const root = path.dirname(import.meta.dirname);
const check = process.argv.includes("--check");
const wanted = new Map<string, string>([["packages/nivose/man/nivose.1", manPage(verbs)]]);
wanted.set("docs/spec.md", specPage(await Promise.all(presetNames.map((name) => loadPreset(name))), releases));
for (const [name, text] of messagePages(catalogue)) wanted.set(`docs/messages/${name}`, text);
for (const [name, text] of rulePages(rules)) wanted.set(`docs/rules/${name}`, text);

for (const [file, text] of wanted) {
  if (contentOf(file) === text) continue;
  if (check) complain(`${file} is not what the sources say`);
  else write(file, text);
}
const pages = ["docs/messages", "docs/rules"].flatMap((folder) => namesIn(folder).map((name) => `${folder}/${name}`));
for (const file of pages) {
  if (wanted.has(file)) continue;
  if (check) complain(`${file} is the page of something that there is no more`);
  else rmSync(path.join(root, file));
}
if (process.exitCode === 1) process.stderr.write("run: node scripts/run.js scripts/docs.ts\n");

function complain(text: string): void {
  process.stdout.write(`${text}\n`);
  process.exitCode = 1;
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
  process.stdout.write(`${file}\n`);
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(path.join(root, file), "utf8");
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(path.join(root, folder));
  } catch {
    return [];
  }
}
