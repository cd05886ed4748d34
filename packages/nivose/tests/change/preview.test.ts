import { spawnSync } from "node:child_process";
import { Edit } from "@nivose/nix/syntax";
import { afterAll, describe, expect, test } from "vitest";
import type { Effect } from "../../src/change/effect.ts";
import { effectOf } from "../../src/change/effect-of-plan.ts";
import { fingerprintOfFile, fingerprintOfLink } from "../../src/change/fingerprint.ts";
import { createFile, createLink, deleteFile, editFile, moveFile, type Change } from "../../src/change/plan.ts";
import { describeCounts, patchBytes, patchText, previewEffect } from "../../src/change/preview.ts";
import { colored } from "../../src/report/style.ts";
import { file, readTree, removeScratchFolders, type Tree } from "./support/scratch.ts";
import { worldWith } from "./support/world.ts";

afterAll(removeScratchFolders);

const bytes = (text: string): Uint8Array => Buffer.from(text, "latin1");
const hash = (text: string): string => fingerprintOfFile(bytes(text));

function effectIn(root: string, changes: readonly Change[]): Effect {
  const effect = effectOf({ title: "Test", changes }, root);
  if (!effect.ok) throw new Error(JSON.stringify(effect.problems));
  return effect.value;
}

/** The patch as text, after real Git has applied it and arrived where the effect arrives. */
async function patchOf(tree: Tree, after: Tree, ...changes: Change[]): Promise<string> {
  const { root } = worldWith(tree);
  const input = patchBytes(await previewEffect(effectIn(root, changes)));
  for (const flags of [["--check"], []]) {
    const { status, stderr } = spawnSync("git", ["apply", "--whitespace=nowarn", ...flags], { cwd: root, input });
    expect(status, `${stderr.toString()}\n${Buffer.from(input).toString()}`).toBe(0);
  }
  expect(readTree(root)).toStrictEqual(after);
  return Buffer.from(input).toString("latin1");
}

describe("the patch of", () => {
  test("an edit has three lines around it", async () => {
    const text = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
    const edit = editFile("a.nix", bytes(text), [Edit.replace({ start: 8, end: 9 }, "five"), Edit.insert(18, "10\n")]);
    const after = { "a.nix": file("1\n2\n3\n4\nfive\n6\n7\n8\n9\n10\n", "755") };
    expect(await patchOf({ "a.nix": file(text, "755") }, after, edit)).toBe(`diff --git a/a.nix b/a.nix
index 0719398930..33011fd77b 100755
--- a/a.nix
+++ b/a.nix
@@ -2,8 +2,9 @@
 2
 3
 4
-5
+five
 6
 7
 8
 9
+10
`);
  });

  test("an edit of bytes that are not UTF-8, without a line break at the end", async () => {
    const edit = editFile("a", bytes("\xff\xfe"), [Edit.replace({ start: 0, end: 1 }, bytes("\xc3"))]);
    expect(await patchOf({ a: file("\xff\xfe") }, { a: file("\xc3\xfe") }, edit)).toBe(`diff --git a/a b/a
index 46b134b197..9fd5532415 100644
--- a/a
+++ b/a
@@ -1,1 +1,1 @@
-\xff\xfe
\\ No newline at end of file
+\xc3\xfe
\\ No newline at end of file
`);
  });

  test("new files, a program among them, and an empty one", async () => {
    const changes = [createFile("a b/empty", ""), createFile("run", "#!\n", 0o755)];
    const after = { "a b/empty": file(""), run: file("#!\n", "755") };
    expect(await patchOf({}, after, ...changes)).toBe(`diff --git a/a b/empty b/a b/empty
new file mode 100644
index 0000000000..e69de29bb2
diff --git a/run b/run
new file mode 100755
index 0000000000..7218afe77e
--- /dev/null
+++ b/run
@@ -0,0 +1,1 @@
+#!
`);
  });

  test("a deletion, under a name that has to be quoted", async () => {
    const name = 'é "q"\t\\';
    expect(await patchOf({ [name]: file("x\n") }, {}, deleteFile(name, hash("x\n")))).toBe(
      bytesAsText(`diff --git "a/é \\"q\\"\\011\\\\" "b/é \\"q\\"\\011\\\\"
deleted file mode 100644
index 587be6b4c3..0000000000
--- "a/é \\"q\\"\\011\\\\"
+++ /dev/null
@@ -1,1 +0,0 @@
-x
`),
    );
  });

  test("a move, and a move with an edit", async () => {
    const moved = bytes("same\n".repeat(20));
    const edited = Buffer.concat([moved, bytes("x\n")]);
    const changes = [
      moveFile("a", "d/a", fingerprintOfFile(moved)),
      moveFile("b", "d/b", fingerprintOfFile(edited)),
      editFile("b", edited, [Edit.replace({ start: 100, end: 101 }, "y")]),
    ];
    const tree = { a: file(moved.toString()), b: file(edited.toString()) };
    const after = { "d/a": file("same\n".repeat(20)), "d/b": file(`${"same\n".repeat(20)}y\n`) };
    expect(await patchOf({ ...tree, a: file("same\n".repeat(20)) }, after, ...changes)).toBe(`diff --git a/a b/d/a
similarity index 100%
rename from a
rename to d/a
diff --git a/b b/d/b
similarity index 99%
rename from b
rename to d/b
index ec211211f8..5023223d2b 100644
--- a/b
+++ b/d/b
@@ -18,4 +18,4 @@
 same
 same
 same
-x
+y
`);
  });

  test("two files that change places", async () => {
    const tree = { a: file("A\n"), b: file("B\n") };
    const changes = [moveFile("a", "b", hash("A\n")), moveFile("b", "a", hash("B\n"))];
    expect(await patchOf(tree, { a: file("B\n"), b: file("A\n") }, ...changes)).toContain(
      "rename from a\nrename to b\n",
    );
  });

  test("a file that is moved over one that is deleted", async () => {
    const changes = [moveFile("a", "b", hash("A\n")), deleteFile("b", hash("B\n"))];
    const patch = await patchOf({ a: file("A\n"), b: file("B\n") }, { b: file("A\n") }, ...changes);
    expect(patch).toContain("deleted file mode 100644");
    expect(patch).not.toContain("rename");
  });

  test("links: new, deleted, moved, and in the place of a file", async () => {
    const tree = { "d/l": "link x", "d/m": "link y", f: file("f\n") };
    const changes = [
      createLink("new", "f"),
      deleteFile("d/l", fingerprintOfLink("x")),
      moveFile("d/m", "m", fingerprintOfLink("y")),
      deleteFile("f", hash("f\n")),
      createLink("f", "new"),
    ];
    const patch = await patchOf(tree, { f: "link new", m: "link y", new: "link f" }, ...changes);
    expect(patch).toContain("new file mode 120000");
    expect(patch).toContain("deleted file mode 120000");
  });

  test("a link that moves away and makes room for a folder", async () => {
    const changes = [moveFile("l", "m", fingerprintOfLink("x")), createFile("l/new", "n\n")];
    const patch = await patchOf({ l: "link x" }, { "l/new": file("n\n"), m: "link x" }, ...changes);
    expect(patch).toContain("rename from l\nrename to m\n");
  });

  test("a replaced file of another mode", async () => {
    const changes = [deleteFile("a", hash("x\n")), createFile("a", "x\n", 0o755)];
    expect(await patchOf({ a: file("x\n") }, { a: file("x\n", "755") }, ...changes)).toBe(
      "diff --git a/a b/a\nold mode 100644\nnew mode 100755\n",
    );
  });

  test("files that are no text", async () => {
    const old = Buffer.from(Array.from({ length: 300 }, (_, index) => (index * 7) % 256));
    const edit = editFile("bin", old, [Edit.insert(150, Buffer.from([0, 1, 2]))]);
    const now = Buffer.concat([old.subarray(0, 150), Buffer.from([0, 1, 2]), old.subarray(150)]);
    const patch = await patchOf({ bin: file(old.toString("latin1")) }, { bin: file(now.toString("latin1")) }, edit);
    expect(patch).toContain("GIT binary patch\nliteral 303\n");
    expect(patch).toContain("\nliteral 300\n");
  });

  test("two long files with nothing in common", async () => {
    const long = (word: string): string => Array.from({ length: 2000 }, (_, line) => `${word} ${line}`).join("\n");
    const edit = editFile("a", bytes(long("old")), [
      Edit.replace({ start: 0, end: long("old").length }, `${long("new")}\n`),
    ]);
    const patch = await patchOf({ a: file(long("old")) }, { a: file(`${long("new")}\n`) }, edit);
    expect(patch).toContain("@@ -1,2000 +1,2000 @@");
  });
});

describe("a preview", () => {
  const tree = { a: file("one\ntwo\n"), b: file("b\n"), c: file("c\n") };
  const changes = [
    editFile("a", bytes("one\ntwo\n"), [Edit.insert(4, "new\nlines\n"), Edit.remove({ start: 0, end: 4 })]),
    moveFile("b", "d", hash("b\n")),
    deleteFile("c", hash("c\n")),
    createFile("e", "\u001b[2Je\0"),
  ];

  test("counts files and lines", async () => {
    const { counts } = await previewEffect(effectIn(worldWith(tree).root, changes));
    expect(counts).toStrictEqual({ created: 1, edited: 1, moved: 1, deleted: 1, linesAdded: 2, linesRemoved: 2 });
    expect(describeCounts(counts)).toBe("1 file created, 1 edited, 1 moved, 1 deleted; 2 lines added, 2 removed");
    expect(describeCounts({ ...counts, created: 0, edited: 2, linesAdded: 0, linesRemoved: 1 })).toBe(
      "2 files edited, 1 moved, 1 deleted; 1 line removed",
    );
  });

  test("of nothing says so", async () => {
    const preview = await previewEffect(effectIn(worldWith({}).root, []));
    expect(describeCounts(preview.counts)).toBe("nothing changes");
    expect(patchBytes(preview)).toHaveLength(0);
  });

  test("shows on a terminal what was added and removed, and sends it nothing that it would obey", async () => {
    const edit = editFile("a", bytes("one\ntwo\n"), [Edit.insert(8, "\u001b[2J\t\r\n")]);
    const preview = await previewEffect(effectIn(worldWith({ a: tree.a }).root, [edit, createFile("bin", "\0\u001b")]));
    const text = patchText(preview, colored);
    expect(text).toContain("\u001b[32m+␛[2J\t␍\u001b[0m\n");
    expect(text).toContain("the contents are no text\n");
    expect(text.replaceAll(/\u001b\[[0-9;]*m/g, "")).not.toContain("\u001b");
  });

  test("names each file and what happens to it", async () => {
    const { files } = await previewEffect(effectIn(worldWith(tree).root, changes));
    expect(files.map(({ path, movedFrom, kind }) => ({ path, movedFrom, kind }))).toStrictEqual([
      { path: "a", movedFrom: undefined, kind: "edited" },
      { path: "c", movedFrom: undefined, kind: "deleted" },
      { path: "d", movedFrom: "b", kind: "moved" },
      { path: "e", movedFrom: undefined, kind: "created" },
    ]);
  });
});

function bytesAsText(text: string): string {
  return Buffer.from(text).toString("latin1");
}
