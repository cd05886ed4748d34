/**
 * Options as files of a folder, each of which is read when something in it is asked for. A folder has an `index.json` with
 * the names in it: its files and its folders. A file has a member of the set, and the computed defaults lie beside it in Nix.
 */

import { isEntry, type OptionEntry, type OptionSet } from "./option-set.ts";
import { key, type DataOfOptions, type DefaultExpression } from "./listed-options.ts";
import { fileText } from "./option-text.ts";

/** A larger set becomes a folder. */
const LARGE = 12_000;

/** Texts by their path. */
export function filesOfOptions({
  options,
  expressions,
}: Omit<DataOfOptions, "misplaced">): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  writeFolder(files, "", options, [], expressions);
  return files;
}

function writeFolder(
  files: Map<string, string>,
  folder: string,
  options: OptionSet,
  path: readonly string[],
  expressions: ReadonlyMap<string, DefaultExpression>,
): void {
  const index: { files: string[]; folders: string[] } = { files: [], folders: [] };
  for (const [name, member] of Object.entries(options)) {
    const inside = [...path, name];
    const prefix = key(inside);
    const own = new Map([...expressions].filter(([option]) => option === prefix || option.startsWith(`${prefix}.`)));
    if (isFolder(member)) {
      index.folders.push(name);
      writeFolder(files, `${folder}${name}/`, member, inside, own);
      continue;
    }
    index.files.push(name);
    files.set(`${folder}${name}.json`, fileText(member));
    if (own.size > 0) files.set(`${folder}${name}.nix`, expressionFile([...own], prefix));
  }
  files.set(`${folder}index.json`, indexText(index));
}

function isFolder(member: OptionEntry | OptionSet): member is OptionSet {
  if (isEntry(member)) return false;
  const names = Object.keys(member);
  return names.length > 1 && names.every(isFileName) && JSON.stringify(member).length > LARGE;
}

function isFileName(name: string): boolean {
  return /^[\w+-][\w+.-]*$/u.test(name) && name !== "index";
}

/** A name a line. The sets are looked up by name, and what they are does not matter. */
function indexText({
  files,
  folders,
}: {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}): string {
  const set = (names: readonly string[]): string =>
    names.length === 0 ? "{}" : `{\n${names.map((name) => `${JSON.stringify(name)}: 0`).join(",\n")}\n}`;
  return `{\n"files": ${set(files)},\n"folders": ${set(folders)}\n}\n`;
}

/** The paths are those within the file. */
function expressionFile(expressions: readonly (readonly [string, DefaultExpression])[], file: string): string {
  const members = expressions.map(([option, { names, text }]) => {
    const within = option.slice(file.length + 1);
    const parameters = names.map((name) => `${name}: `).join("");
    return `  ${JSON.stringify(within)} = ${parameters}${text};\n`;
  });
  return `{\n  config,\n  lib,\n  options,\n  pkgs,\n}:\n{\n${members.join("")}}\n`;
}
