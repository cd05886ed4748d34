import { deepStrictEqual, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { describe, test } from "vitest";
import { dumpNar, hashFile, hashNar, type NarOptions, printHash, type SourceTree } from "../../src/store/index.ts";
import { executable, link, memoryTree, type MemoryNode, pipe } from "./support/memory-tree.ts";
import { refusalOf } from "./support/refusal.ts";

function archive(tree: SourceTree, path = "/", options: NarOptions = {}): string {
  const pieces: Buffer[] = [];
  dumpNar(tree, path, (piece) => pieces.push(Buffer.from(piece)), options);
  return Buffer.concat(pieces).toString("latin1");
}

/** An archive as the items it consists of. */
function items(text: string): string[] {
  const bytes = Buffer.from(text, "latin1");
  const found: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = Number(bytes.readBigUInt64LE(at));
    found.push(bytes.toString("latin1", at + 8, at + 8 + length));
    at += 8 + Math.ceil(length / 8) * 8;
    strictEqual(/^\0*$/.test(text.slice(at - ((8 - (length % 8)) % 8), at)), true);
  }
  return found;
}

/** The same, made without any buffer. */
function expected(node: MemoryNode): string[] {
  if (typeof node === "string") return ["(", "type", "regular", "contents", node, ")"];
  if ("special" in node) {
    return node.special === "link"
      ? ["(", "type", "symlink", "target", node.content as string, ")"]
      : ["(", "type", "regular", "executable", "", "contents", node.content as string, ")"];
  }
  const children = Object.keys(node).sort();
  const entries = children.flatMap((name) => ["entry", "(", "name", name, "node", ...expected(node[name]!), ")"]);
  return ["(", "type", "directory", ...entries, ")"];
}

describe("an archive", () => {
  test("has the hash that Nix gives it", () => {
    const tree = memoryTree({ f: "hello\n" });
    strictEqual(printHash(hashNar(tree, "/").hash, "sri"), "sha256-8o0DBb0yE+dbLyDe85hGPPhmjfnJ5YFV5rNLl+pnrSk=");
    strictEqual(printHash(hashNar(tree, "/f").hash, "sri"), "sha256-HDfQGvQL4ugGkd48w99EN3ppmvuxfGjwgJZLL9Bx/BM=");
    strictEqual(printHash(hashFile(tree, "/f"), "sri"), "sha256-WJG1tSLV3whtD/CxEPvZ0hu0/HFjrzTQgoai6Eb2vgM=");
    strictEqual(hashNar(tree, "/").size, archive(tree).length);
    strictEqual(printHash(hashNar(tree, "/f", "md5").hash, "base16").length, 32);
  });

  test("lists every kind of file, in the order of the bytes of their names", () => {
    const root = { "a-b": "", a: { x: executable("run") }, "a.b": link("a"), B: {}, "\xe9": "\xff\0" };
    deepStrictEqual(items(archive(memoryTree(root))), ["nix-archive-1", ...expected(root)]);
  });

  test("is the same whatever the sizes of files and of the pieces they come in", () => {
    const size = fc.oneof(fc.nat(40), fc.constantFrom(16_383, 16_384, 16_385, 65_535, 65_536, 65_537, 200_000));
    const file = size.map((length) => "x".repeat(length));
    const node = fc.oneof(file, file.map(executable), file.map(link));
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ minLength: 1 }), node),
        fc.constantFrom(1000, 16_384, 70_000),
        (root, piece) => {
          const names = Object.keys(root).filter(
            (name) => /^[^/]+$/.test(name) && name !== "__proto__" && name !== "special",
          );
          const plain = Object.fromEntries(names.map((name) => [Buffer.from(name).toString("latin1"), root[name]!]));
          deepStrictEqual(items(archive(memoryTree(plain, piece))), ["nix-archive-1", ...expected(plain)]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("leaves out what a filter refuses, without asking about what is in it", () => {
    const root = { a: { b: "1", c: { d: "2" } }, e: link("a"), f: pipe, g: "3" };
    const asked: string[] = [];
    const filter: NarOptions["filter"] = (path, type) => {
      asked.push(`${path} ${type}`);
      return path !== "/a/c" && type !== "unknown";
    };
    deepStrictEqual(items(archive(memoryTree(root), "/", { filter })), [
      "nix-archive-1",
      ...expected({ a: { b: "1" }, e: link("a"), g: "3" }),
    ]);
    deepStrictEqual(asked, [
      "/a directory",
      "/a/b regular",
      "/a/c directory",
      "/e symlink",
      "/f unknown",
      "/g regular",
    ]);
  });

  test("may be made while another one is", () => {
    const tree = memoryTree({ a: "1", b: { c: "2" } });
    const filter: NarOptions["filter"] = (path) => items(archive(tree, path)).length > 0;
    strictEqual(archive(tree, "/", { filter }), archive(tree));
  });

  test("has no place for pipes", () => {
    strictEqual(
      refusalOf(() => archive(memoryTree({ a: { f: pipe } }))),
      "file '/a/f' has an unsupported type",
    );
  });

  test("can do without the names that only some file systems need", () => {
    const hacked = memoryTree({ A: "1", "a~nix~case~hack~1": { b: "2" } });
    deepStrictEqual(items(archive(hacked, "/", { caseHack: true })), [
      "nix-archive-1",
      ...expected({ A: "1", a: { b: "2" } }),
    ]);
    strictEqual(
      refusalOf(() => archive(memoryTree({ "a~nix~case~hack~1": "", a: "" }), "/", { caseHack: true })),
      "file name collision between '/a' and '/a~nix~case~hack~1'",
    );
  });
});
