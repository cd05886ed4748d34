/** The files that cases read. */

import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

const texts: Readonly<Record<string, string>> = {
  file: "text\n",
  empty: "",
  bytes: "\u00ff\u00c3\u00a4\n",
  zero: "a\0b",
  ".hidden": "h",
  "one.nix": "1 + 1",
  "function.nix": "{ a ? 1, b, ... }@c: a + b",
  "set.nix": '{ a = 1; type = "x"; here = ./file; }',
  "throws.nix": 'throw "imported"',
  "free.nix": "a",
  "bad.nix": "{ a = ; }",
  "folder/inner.txt": "inner",
  "folder/default.nix": "{ default = true; }",
  "folder/sub/x": "x",
  "folder/a/folder/x": "x",
  "odd-names/a b": "1",
  "odd-names/\u00c3\u00a4": "2",
  "odd-names/B": "3",
  "odd-names/a": "4",
};

const links: Readonly<Record<string, string>> = {
  link: "file",
  "link.nix": "one.nix",
  broken: "nowhere",
  loop: "loop",
  "folder-link": "folder",
  "folder/up": "..",
};

export function writeScratchTree(folder: string): void {
  for (const each of ["folder/sub", "folder/a/folder", "empty-folder", "odd-names"])
    mkdirSync(path.join(folder, each), { recursive: true });
  const native = (name: string): Buffer => Buffer.from(`${folder}/${name}`, "latin1");
  for (const [name, text] of Object.entries(texts)) writeFileSync(native(name), Buffer.from(text, "latin1"));
  for (const [name, target] of Object.entries(links)) symlinkSync(target, path.join(folder, name));
}
