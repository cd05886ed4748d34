import { strictEqual } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished, test } from "vitest";
import { diskTree, hashFile, hashNar, printHash } from "../../src/store/index.ts";
import { writeAwkwardTree } from "./support/awkward-tree.ts";
import { refusalOf } from "./support/refusal.ts";

function scratchFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "nivose-tree-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test("a tree on the disk has the hash that Nix gives it, whatever the bytes of its names", () => {
  const tree = path.join(scratchFolder(), "awkward");
  writeAwkwardTree(tree);
  strictEqual(printHash(hashNar(diskTree, tree).hash, "sri"), "sha256-h/QNWzi/u+dUR0VH+ttj4mBCpuGPgXGXRPsts/0M2ew=");
});

test("a file can be read while another one is", () => {
  const folder = scratchFolder();
  const [one, other] = [path.join(folder, "one"), path.join(folder, "other")];
  writeFileSync(one, "1".repeat(300_000));
  writeFileSync(other, "2".repeat(300_000));
  let content = "";
  diskTree.copyFile(one, (piece) => {
    hashFile(diskTree, other);
    content += Buffer.from(piece).toString();
  });
  strictEqual(content, "1".repeat(300_000));
});

test("a file that becomes shorter while it is read is refused", () => {
  const file = path.join(scratchFolder(), "file");
  writeFileSync(file, "short");
  const growing = { ...diskTree, status: () => ({ type: "regular" as const, size: 6, executable: false }) };
  strictEqual(
    refusalOf(() => hashNar(growing, file)),
    `unexpected end-of-file reading '${file}'`,
  );
});

test("what is no file is refused, and waits for nobody", () => {
  const folder = scratchFolder();
  const link = path.join(folder, "link");
  symlinkSync(folder, link);
  const pipe = path.join(folder, "pipe");
  execFileSync("mkfifo", [pipe]);
  for (const [file, refusal] of [
    [link, `path '${link}' is a symlink`],
    [folder, `reading from file '${folder}': Is a directory`],
    [`${folder}/missing`, `opening file '${folder}/missing': No such file or directory`],
    [pipe, `file '${pipe}' has an unsupported type`],
  ] as const) {
    strictEqual(
      refusalOf(() => hashFile(diskTree, file)),
      refusal,
    );
  }
});
