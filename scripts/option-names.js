/**
 * `node scripts/option-names.js`: writes `data/option-names.json` from the lists in `data/options/`: for each kind of host
 * the names of all options of the releases that are known. A name is a line, indented by one blank for each name above it.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./repository.js";

const data = path.join(root, "data");
const projects = { nixos: "nixos-", darwin: "nix-darwin-", home: "home-manager-" };

/** The text of the file, as it has to be. */
export function optionNames() {
  const files = readdirSync(path.join(data, "options"));
  const kinds = Object.entries(projects).map(([kind, project]) => [
    kind,
    outline(treeOf(files.filter((file) => file.startsWith(project)))).join("\n"),
  ]);
  return `${JSON.stringify(Object.fromEntries(kinds), undefined, 2)}\n`;
}

function treeOf(files) {
  const tree = {};
  for (const file of files) {
    for (const option of Object.keys(JSON.parse(readFileSync(path.join(data, "options", file), "utf8")))) {
      let at = tree;
      for (const [whole, quoted] of option.matchAll(/"((?:[^"\\]|\\.)*)"|[^."]+/gu)) at = at[quoted ?? whole] ??= {};
    }
  }
  return tree;
}

function outline(tree, depth = 0) {
  return Object.keys(tree)
    .toSorted()
    .flatMap((name) => [" ".repeat(depth) + name, ...outline(tree[name], depth + 1)]);
}

if (process.argv[1] === import.meta.filename) writeFileSync(path.join(data, "option-names.json"), optionNames());
