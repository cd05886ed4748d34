import { deepStrictEqual, strictEqual, throws } from "node:assert/strict";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "vitest";
import { needs } from "../../../nivose/tests/needs.ts";
import {
  diskTree,
  dumpNar,
  type HashAlgorithm,
  hashFile,
  hashNar,
  makeFixedOutputPath,
  makeSourcePath,
  makeTextPath,
  printHash,
} from "../../src/store/index.ts";
import { writeAwkwardTree } from "./support/awkward-tree.ts";
import { realStore } from "./support/real-store.ts";

const folder = "/nix/store";
const algorithms: readonly HashAlgorithm[] = ["md5", "sha1", "sha256", "sha512"];

describe.runIf(needs("nix-2.26"))("archives", () => {
  test("are what real Nix dumps, hashes and adds to its store", () => {
    const store = realStore();
    const tree = path.join(store.folder, "awkward");
    writeAwkwardTree(tree);

    const pieces: Buffer[] = [];
    dumpNar(diskTree, tree, (piece) => pieces.push(Buffer.from(piece)));
    strictEqual(Buffer.concat(pieces).toString("latin1"), store.run("nix-store", "--dump", tree));

    const file = path.join(tree, "size-262145");
    for (const algorithm of algorithms) {
      const nar = hashNar(diskTree, tree, algorithm).hash;
      const flat = hashFile(diskTree, file, algorithm);
      const hashOf = (...args: string[]): string => store.runAlone("nix-hash", "--type", algorithm, ...args).trim();
      strictEqual(printHash(nar, "base16"), hashOf("--base16", tree));
      strictEqual(printHash(nar, "nix32"), hashOf("--base32", tree));
      strictEqual(printHash(nar, "sri"), hashOf("--sri", tree));
      strictEqual(printHash(flat, "base64"), hashOf("--flat", "--base64", file));

      const add = (...args: string[]): string => store.run("nix-store", "--add-fixed", algorithm, ...args).trim();
      strictEqual(makeFixedOutputPath(folder, "awkward", "nar", nar), add("--recursive", tree));
      strictEqual(makeFixedOutputPath(folder, "size-262145", "flat", flat), add(file));
    }
    strictEqual(
      makeSourcePath(folder, "awkward", hashNar(diskTree, tree).hash),
      store.run("nix-store", "--add", tree).trim(),
    );
  });

  test("leave out what a filter refuses, and ask it in the same order", () => {
    const store = realStore();
    const tree = path.join(store.folder, "awkward");
    writeAwkwardTree(tree);
    writeFileSync(
      path.join(store.folder, "default.nix"),
      `let
        filter = path: type:
          builtins.trace "\${path} \${type}" (
            type != "symlink" && baseNameOf path != "a" && builtins.match ".*[02468]" path == null
          );
      in {
        source = builtins.filterSource filter ./awkward;
        named = builtins.path { path = ./awkward; inherit filter; name = "named"; };
        flat = builtins.path { path = ./awkward/B; recursive = false; };
        text = builtins.toFile "text" "bytes \\t\${builtins.toFile "a" "b"} \${builtins.toFile "c" "d"}";
      }`,
    );
    const result = store.evaluate("--json", store.folder);
    const traces = [...result.stderr.matchAll(/^trace: ([^]*? (?:regular|directory|symlink|unknown))$/gm)];

    const asked: string[] = [];
    const filter = (file: string, type: string): boolean => {
      asked.push(`${file} ${type}`);
      return type !== "symlink" && path.basename(file) !== "a" && !/[02468]$/.test(file);
    };
    const { hash } = hashNar(diskTree, tree, "sha256", { filter });
    const [a, c] = [makeTextPath(folder, "a", "b"), makeTextPath(folder, "c", "d")];
    deepStrictEqual(JSON.parse(result.stdout), {
      source: makeSourcePath(folder, "awkward", hash),
      named: makeSourcePath(folder, "named", hash),
      flat: makeFixedOutputPath(folder, "B", "flat", hashFile(diskTree, path.join(tree, "B"))),
      text: makeTextPath(folder, "text", `bytes \t${a} ${c}`, [a, c]),
    });
    // Both attributes ask about the whole tree.
    deepStrictEqual(
      traces.map((match) => match[1]),
      [...asked, ...asked],
    );
  });

  test("undo what is done to names on file systems that ignore case", () => {
    const store = realStore();
    const tree = path.join(store.folder, "hacked");
    mkdirSync(tree);
    for (const name of ["Aa", "aA~nix~case~hack~1", "aa~nix~case~hack~2", "b~"])
      writeFileSync(path.join(tree, name), name);
    const pieces: Buffer[] = [];
    dumpNar(diskTree, tree, (piece) => pieces.push(Buffer.from(piece)), { caseHack: true });
    strictEqual(
      Buffer.concat(pieces).toString("latin1"),
      store.run("nix-store", "--option", "use-case-hack", "true", "--dump", tree),
    );
    writeFileSync(path.join(tree, "aA~nix~case~hack~3"), "");
    throws(() => hashNar(diskTree, tree, "sha256", { caseHack: true }), {
      message: store.refusal("nix-store", "--option", "use-case-hack", "true", "--dump", tree),
    });
  });

  test("are refused in the words of real Nix", () => {
    const store = realStore();
    const tree = path.join(store.folder, "refused");
    mkdirSync(tree);
    store.runAlone("mkfifo", path.join(tree, "pipe"));
    symlinkSync("pipe", path.join(tree, "link"));
    const missing = path.join(tree, "missing");
    const refusalOf = (file: string, recursive: boolean): string =>
      store.refusal("nix-instantiate", "--eval", "-E", `builtins.path { path = ${file}; recursive = ${recursive}; }`);
    throws(() => hashNar(diskTree, tree), { message: refusalOf(tree, true) });
    throws(() => hashNar(diskTree, missing), { message: refusalOf(missing, true) });
    throws(() => hashFile(diskTree, missing), { message: refusalOf(missing, false) });
    throws(() => hashFile(diskTree, tree), { message: refusalOf(tree, false) });
  });
});
