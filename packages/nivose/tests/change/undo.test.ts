import { linkSync, lstatSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Edit } from "@nivose/nix/syntax";
import { afterAll, describe, expect, test } from "vitest";
import { applyPlan } from "../../src/change/apply.ts";
import { fingerprintOfFile } from "../../src/change/fingerprint.ts";
import { history, HISTORY_LENGTH } from "../../src/change/history.ts";
import type { Outcome } from "../../src/change/outcome.ts";
import { createFile, deleteFile, editFile, moveFile, type Change } from "../../src/change/plan.ts";
import { undoLast } from "../../src/change/undo.ts";
import { file, readTree, removeScratchFolders, writeTree, type Tree } from "./support/scratch.ts";
import { worldWith, type World } from "./support/world.ts";

afterAll(removeScratchFolders);

const bytes = (text: string): Uint8Array => Buffer.from(text);
const hash = (text: string): string => fingerprintOfFile(bytes(text));
const append = (path: string, content: string, more: string): Change =>
  editFile(path, bytes(content), [Edit.insert(content.length, more)]);

function apply(world: World, title: string, ...changes: Change[]): void {
  expect(applyPlan({ title, changes }, world.context)).toMatchObject({ kind: "applied", title });
}

function said(outcome: Outcome): string[] {
  if (outcome.kind === "applied") return [`undone: ${outcome.title}`];
  return outcome.kind === "refused" ? outcome.problems.map(({ code, path }) => `${code} ${path}`) : [];
}

/** All files that the journals keep. */
function keptFiles(world: World): string[] {
  return Object.entries(readTree(world.stateFolder)).flatMap(([path, entry]) =>
    path.includes("/old/") ? [entry] : [],
  );
}

describe("undoing", () => {
  test("goes back one change at a time, and then there is nothing left", () => {
    const world = worldWith({ a: file("0") });
    apply(world, "One", append("a", "0", "1"));
    apply(world, "Two", moveFile("a", "b/c", hash("01")));
    expect(said(undoLast(world.context))).toStrictEqual(["undone: Two"]);
    expect(readTree(world.root)).toStrictEqual({ a: file("01") });
    expect(said(undoLast(world.context))).toStrictEqual(["undone: One"]);
    expect(readTree(world.root)).toStrictEqual({ a: file("0") });
    expect(said(undoLast(world.context))).toStrictEqual(["change-nothing-to-undo undefined"]);
  });

  test("a change after an undone one is undone before the ones before it", () => {
    const world = worldWith({ a: file("0") });
    apply(world, "One", append("a", "0", "1"));
    apply(world, "Two", append("a", "01", "2"));
    undoLast(world.context);
    apply(world, "Three", append("a", "01", "3"));
    expect(said(undoLast(world.context))).toStrictEqual(["undone: Three"]);
    expect(said(undoLast(world.context))).toStrictEqual(["undone: One"]);
    expect(history(world.stateFolder).map(({ title, undone }) => `${title} ${undone}`)).toStrictEqual([
      "Three true",
      "Two true",
      "One true",
    ]);
  });

  test("brings back folders with their modes, and leaves empty ones that were there", () => {
    const tree = { "d/e/x": file("x"), "d/e": "folder 750", empty: "folder 700" };
    const world = worldWith({ "d/e": "folder 750", empty: "folder 700", "d/e/x": file("x") });
    expect(readTree(world.root)).toStrictEqual({ "d/e": tree["d/e"], "d/e/x": tree["d/e/x"], empty: tree.empty });
    const before = readTree(world.root);
    apply(world, "One", deleteFile("d/e/x", hash("x")), createFile("empty/new", ""));
    expect(readTree(world.root)).toStrictEqual({ empty: "folder 700", "empty/new": file("") });
    undoLast(world.context);
    expect(readTree(world.root)).toStrictEqual(before);
  });

  const edits: [string, (root: string) => void, Tree, string[]][] = [
    ["edited", (root) => writeFileSync(join(root, "a"), "mine"), { a: file("mine") }, ["a"]],
    ["deleted", (root) => rmSync(join(root, "a")), {}, ["a"]],
    [
      "put in the place of a moved one",
      (root) => writeTree(root, { old: file("mine") }),
      { old: file("mine") },
      ["old"],
    ],
    [
      "replaced by a link",
      (root) => (rmSync(join(root, "b")), writeTree(root, { b: "link a" })),
      { b: "link a" },
      ["b"],
    ],
  ];

  test.each(edits)("is refused if a file was %s since", (_, edit, __, paths) => {
    const world = worldWith({ a: file("a"), old: file("o") });
    apply(world, "One", append("a", "a", "+"), moveFile("old", "b", hash("o")));
    edit(world.root);
    const mine = readTree(world.root);
    expect(said(undoLast(world.context))).toStrictEqual(paths.map((path) => `change-edited-since ${path}`));
    expect(readTree(world.root)).toStrictEqual(mine);
  });

  test.each(edits)("is done all the same if told, and the journal keeps a file that was %s", (_, edit, mine) => {
    const world = worldWith({ a: file("a"), old: file("o") });
    apply(world, "One", append("a", "a", "+"), moveFile("old", "b", hash("o")));
    edit(world.root);
    expect(said(undoLast(world.context, { force: true }))).toStrictEqual(["undone: One"]);
    expect(readTree(world.root)).toStrictEqual({ a: file("a"), old: file("o") });
    const kept = keptFiles(world);
    for (const entry of Object.values(mine)) expect(!entry.startsWith("file") || kept.includes(entry)).toBe(true);
  });

  test("brings back the very same file, and keeps no second name of it", () => {
    const world = worldWith({ a: file("a") });
    const { ino } = lstatSync(join(world.root, "a"));
    apply(world, "One", append("a", "a", "+"));
    undoLast(world.context);
    expect(lstatSync(join(world.root, "a"))).toMatchObject({ ino, nlink: 1 });
  });

  test("brings back what a file was, though it was written to under another name of it", () => {
    const world = worldWith({ a: file("a") });
    linkSync(join(world.root, "a"), join(world.root, "other"));
    apply(world, "One", append("a", "a", "+"));
    writeFileSync(join(world.root, "other"), "mine");
    expect(said(undoLast(world.context))).toStrictEqual(["undone: One"]);
    expect(readTree(world.root)).toStrictEqual({ a: file("a"), other: file("mine") });
  });

  test("brings back a moved file as it was, though the moved one is edited where it is", () => {
    const world = worldWith({ a: file("a") });
    apply(world, "One", moveFile("a", "b", hash("a")));
    writeFileSync(join(world.root, "b"), "mine");
    expect(said(undoLast(world.context, { force: true }))).toStrictEqual(["undone: One"]);
    expect(readTree(world.root)).toStrictEqual({ a: file("a") });
    expect(keptFiles(world)).toContain(file("mine"));
  });

  test("does not mind if a new file is gone already", () => {
    const world = worldWith({ old: file("o") });
    apply(world, "One", moveFile("old", "b", hash("o")), createFile("new", "n"));
    for (const path of ["b", "new"]) rmSync(join(world.root, path));
    expect(said(undoLast(world.context))).toStrictEqual(["undone: One"]);
    expect(readTree(world.root)).toStrictEqual({ old: file("o") });
  });

  test("leaves what the user has put into a new folder", () => {
    const world = worldWith({});
    apply(world, "One", createFile("d/e/x", "x"));
    writeTree(world.root, { "d/mine": file("m") });
    expect(said(undoLast(world.context))).toStrictEqual(["undone: One"]);
    expect(readTree(world.root)).toStrictEqual({ "d/mine": file("m") });
  });

  test("is refused if the user has put something where a file must come back", () => {
    const world = worldWith({ web: file("w") });
    apply(world, "One", moveFile("web", "web/default.nix", hash("w")));
    writeTree(world.root, { "web/mine": file("m") });
    for (const force of [false, true]) {
      expect(said(undoLast(world.context, { force }))).toStrictEqual(["change-occupied web"]);
    }
    expect(readTree(world.root)).toStrictEqual({ "web/default.nix": file("w"), "web/mine": file("m") });
  });

  test("is refused if a kept file is not what was kept, and does it if told", () => {
    const world = worldWith({ a: file("a") });
    apply(world, "One", append("a", "a", "+"));
    const [id] = readdirSync(join(world.stateFolder, "journals"));
    writeFileSync(join(world.stateFolder, "journals", id!, "old/0"), "from an editor");
    expect(said(undoLast(world.context))).toStrictEqual(["change-backup-damaged a"]);
    expect(readTree(world.root)).toStrictEqual({ a: file("a+") });
    expect(said(undoLast(world.context, { force: true }))).toStrictEqual(["undone: One"]);
    expect(readTree(world.root)).toStrictEqual({ a: file("from an editor") });
  });
});

describe("the history", () => {
  test("is bounded, and names the last change first", () => {
    const world = worldWith({});
    for (let index = 0; index < HISTORY_LENGTH + 5; index++)
      apply(world, `Number ${index}`, createFile(`f${index}`, ""));
    const found = history(world.stateFolder);
    expect(found).toHaveLength(HISTORY_LENGTH);
    expect(found[0]).toStrictEqual({
      id: found[0]!.id,
      title: `Number ${HISTORY_LENGTH + 4}`,
      time: "2026-01-01T00:00:00.000Z",
      paths: [`f${HISTORY_LENGTH + 4}`],
      undone: false,
    });
    expect(readdirSync(join(world.stateFolder, "journals"))).toHaveLength(HISTORY_LENGTH);
  });

  test("is empty where nothing was ever changed", () => {
    expect(history(worldWith({}).stateFolder)).toStrictEqual([]);
  });

  test("is about the root of each change, not about that of the reader", () => {
    const world = worldWith({ "sub/a": file("a") });
    apply({ ...world, context: { ...world.context, root: join(world.root, "sub") } }, "Below", append("a", "a", "+"));
    expect(said(undoLast(world.context))).toStrictEqual(["undone: Below"]);
    expect(readTree(world.root)).toStrictEqual({ "sub/a": file("a") });
  });
});
