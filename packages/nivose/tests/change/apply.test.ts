import { chmodSync, linkSync, lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Edit } from "@nivose/nix/syntax";
import { afterAll, describe, expect, test } from "vitest";
import { applyPlan } from "../../src/change/apply.ts";
import { fingerprintOfFile, fingerprintOfLink } from "../../src/change/fingerprint.ts";
import { deleteFolder, moveFolder } from "../../src/change/folder.ts";
import { mergePlans } from "../../src/change/merge.ts";
import type { Outcome } from "../../src/change/outcome.ts";
import {
  createFile,
  createLink,
  deleteFile,
  editFile,
  moveFile,
  PROGRAM_MODE,
  type Change,
  type Plan,
} from "../../src/change/plan.ts";
import { undoLast } from "../../src/change/undo.ts";
import { file, readTree, removeScratchFolders, scratchFolder, writeTree, type Tree } from "./support/scratch.ts";
import { journalsOf, locksOf, worldWith, type World } from "./support/world.ts";

afterAll(removeScratchFolders);

const bytes = (text: string): Uint8Array => Buffer.from(text, "latin1");
const hash = (text: string): string => fingerprintOfFile(bytes(text));
const plan = (...changes: Change[]): Plan => ({ title: "Test", changes });

function applied(tree: Tree, ...changes: Change[]): Tree {
  const world = worldWith(tree);
  const outcome = applyPlan(plan(...changes), world.context);
  expect(refused(outcome)).toStrictEqual(["applied"]);
  expect(journalsOf(world.stateFolder)).toStrictEqual(["applied"]);
  expect(locksOf(world.stateFolder)).toStrictEqual([]);
  return readTree(world.root);
}

function refused(outcome: Outcome): string[] {
  return outcome.kind === "refused" ? outcome.problems.map(({ code, path }) => `${path}: ${code}`) : [outcome.kind];
}

/** Expects a refusal that leaves the tree as it is. */
function refusal(world: World, ...changes: Change[]): string[] {
  const before = readTree(world.root);
  const codes = refused(applyPlan(plan(...changes), world.context));
  expect(readTree(world.root)).toStrictEqual(before);
  expect(journalsOf(world.stateFolder)).toStrictEqual([]);
  expect(locksOf(world.stateFolder)).toStrictEqual([]);
  return codes;
}

describe("a plan", () => {
  test("edits a file and keeps its mode and its other bytes", () => {
    const tree = { "a.nix": file("\xffold\x00end", "751") };
    const edit = editFile("a.nix", bytes("\xffold\x00end"), [Edit.replace({ start: 1, end: 4 }, "new")]);
    expect(applied(tree, edit)).toStrictEqual({ "a.nix": file("\xffnew\x00end", "751") });
  });

  test("creates files and links, and the folders that they need", () => {
    const changes = [
      createFile("x/y/z.nix", "{ }"),
      createFile("run", "#!", PROGRAM_MODE),
      createLink("x/l", "y/z.nix"),
    ];
    expect(applied({}, ...changes)).toStrictEqual({
      run: file("#!", "755"),
      "x/l": "link y/z.nix",
      "x/y/z.nix": file("{ }"),
    });
  });

  test("deletes files and links, and the folders that lose their last file", () => {
    const tree = { "a/b/c.nix": file("c"), "a/l": "link b", "d/e": file("e"), "d/f": file("f"), empty: "folder 755" };
    const changes = [
      deleteFile("a/b/c.nix", hash("c")),
      deleteFile("a/l", fingerprintOfLink("b")),
      deleteFile("d/e", hash("e")),
    ];
    expect(applied(tree, ...changes)).toStrictEqual({ "d/f": file("f"), empty: "folder 755" });
  });

  test("moves a file without copying it", () => {
    const world = worldWith({ "a.nix": file("a", "600") });
    const { ino } = lstatSync(join(world.root, "a.nix"));
    expect(applyPlan(plan(moveFile("a.nix", "b/c.nix", hash("a"))), world.context).kind).toBe("applied");
    expect(readTree(world.root)).toStrictEqual({ "b/c.nix": file("a", "600") });
    expect(lstatSync(join(world.root, "b/c.nix")).ino).toBe(ino);
  });

  test("edits a file by its old path and moves it", () => {
    const edit = editFile("a.nix", bytes("a"), [Edit.insert(1, "!")]);
    expect(applied({ "a.nix": file("a", "755") }, moveFile("a.nix", "b.nix", hash("a")), edit)).toStrictEqual({
      "b.nix": file("a!", "755"),
    });
  });

  test("swaps two files", () => {
    const swap = [moveFile("a", "b", hash("A")), moveFile("b", "a", hash("B"))];
    expect(applied({ a: file("A"), b: file("B", "755") }, ...swap)).toStrictEqual({
      a: file("B", "755"),
      b: file("A"),
    });
  });

  test("moves a file away and puts another one in its place", () => {
    const changes = [moveFile("a", "b", hash("A")), createFile("a", "new")];
    expect(applied({ a: file("A") }, ...changes)).toStrictEqual({ a: file("new"), b: file("A") });
  });

  test("replaces a file by a link, and a link by a file", () => {
    const changes = [
      deleteFile("a", hash("A")),
      createLink("a", "b"),
      deleteFile("b", fingerprintOfLink("nowhere")),
      createFile("b", "B"),
    ];
    expect(applied({ a: file("A"), b: "link nowhere" }, ...changes)).toStrictEqual({ a: "link b", b: file("B") });
  });

  test("turns a file into a folder of the same name", () => {
    const tree = { web: file("w") };
    expect(applied(tree, moveFile("web", "web/default.nix", hash("w")))).toStrictEqual({
      "web/default.nix": file("w"),
    });
  });

  test("turns a folder into a file of the same name", () => {
    const tree = { "web/default.nix": file("w") };
    expect(applied(tree, moveFile("web/default.nix", "web", hash("w")))).toStrictEqual({ web: file("w") });
  });

  test("replaces a link to a folder by a folder", () => {
    const tree = { "real/x": file("x"), l: "link real" };
    expect(applied(tree, deleteFile("l", fingerprintOfLink("real")), createFile("l/x", "new"))).toStrictEqual({
      "l/x": file("new"),
      "real/x": file("x"),
    });
  });

  test("moves and deletes whole folders", () => {
    const { root, context } = worldWith({
      "a/b/x": file("x"),
      "a/y": "link b/x",
      "a/keep": file("k"),
      "old/z": file("z"),
    });
    const changes = [...moveFolder(root, "a", "c/d", (path) => path === "a/keep"), ...deleteFolder(root, "old")];
    expect(applyPlan(plan(...changes), context).kind).toBe("applied");
    expect(readTree(root)).toStrictEqual({ "a/keep": file("k"), "c/d/b/x": file("x"), "c/d/y": "link b/x" });
  });

  test("that changes nothing leaves no trace", () => {
    const world = worldWith({ a: file("A") });
    const outcome = applyPlan(
      plan(editFile("a", bytes("A"), [Edit.replace({ start: 0, end: 1 }, "A")])),
      world.context,
    );
    expect(outcome.kind).toBe("unchanged");
    expect(journalsOf(world.stateFolder)).toStrictEqual([]);
  });

  test("replaces a file by one of the same contents and another mode", () => {
    const changes = [deleteFile("a", hash("A")), createFile("a", "A")];
    expect(applied({ a: file("A", "600") }, ...changes)).toStrictEqual({ a: file("A", "644") });
  });

  test("never makes the contents of a file more readable, not even for a moment", () => {
    const world = worldWith({ a: file("A", "640"), b: file("B", "600") });
    const seen = new Set<string>();
    const watch = (): void => {
      for (const entry of Object.values(readTree(world.root))) seen.add(entry.slice(0, 8));
    };
    const changes = ["a", "b"].map((path) => editFile(path, bytes(path.toUpperCase()), [Edit.insert(0, "x")]));
    expect(applyPlan(plan(...changes), world.again(watch)).kind).toBe("applied");
    expect([...seen].toSorted()).toStrictEqual(["file 600", "file 640"]);
  });

  test("works where the state is on another file system", () => {
    const root = join(scratchFolder(tmpdir()), "root");
    const world = worldWith({});
    writeTree(root, { a: file("A", "750"), b: file("B") });
    const context = { ...world.context, root };
    const changes = [editFile("a", bytes("A"), [Edit.insert(1, "+")]), deleteFile("b", hash("B"))];
    expect(applyPlan(plan(...changes), context).kind).toBe("applied");
    expect(readTree(root)).toStrictEqual({ a: file("A+", "750") });
    expect(undoLast(context).kind).toBe("applied");
    expect(readTree(root)).toStrictEqual({ a: file("A", "750"), b: file("B") });
  });

  test("leaves the other names of a file alone", () => {
    const world = worldWith({ a: file("A") });
    linkSync(join(world.root, "a"), join(world.root, "other"));
    expect(applyPlan(plan(editFile("a", bytes("A"), [Edit.insert(0, "1")])), world.context).kind).toBe("applied");
    expect(readTree(world.root)).toStrictEqual({ a: file("1A"), other: file("A") });
  });
});

describe("refused without touching anything:", () => {
  test("a file that has changed since", () => {
    const world = worldWith({ a: file("changed") });
    expect(refusal(world, editFile("a", bytes("A"), []), createFile("b", ""))).toStrictEqual(["a: change-outdated"]);
  });

  test("files that are missing, all of them named", () => {
    const changes = [deleteFile("a", hash("")), moveFile("b", "c", hash("")), editFile("d/e", bytes(""), [])];
    expect(refusal(worldWith({}), ...changes)).toStrictEqual(
      ["a", "b", "d/e"].map((path) => `${path}: change-missing`),
    );
  });

  test("a new file where something is", () => {
    const world = worldWith({ a: file("A"), "d/x": file("x"), l: "link a" });
    const changes = [createFile("a", "new"), createFile("d", "new"), createLink("l", "d"), createFile("a/b", "new")];
    for (const change of changes) {
      expect(refusal(world, change)).toStrictEqual([`${change.path}: change-occupied`]);
    }
  });

  test("a folder that would have to make way and is not empty", () => {
    const world = worldWith({ "web/default.nix": file("w"), "web/notes": file("n") });
    expect(refusal(world, moveFile("web/default.nix", "web", hash("w")))).toStrictEqual(["web: change-occupied"]);
  });

  test("an edit of a link, of a folder, and of bytes that are not there", () => {
    const world = worldWith({ a: file("A"), l: "link a", "d/x": file("x") });
    expect(refusal(world, editFile("l", bytes("A"), []))).toStrictEqual(["l: change-not-a-file"]);
    expect(refusal(world, deleteFile("d", hash("")))).toStrictEqual(["d: change-not-a-file"]);
    expect(refusal(world, editFile("a", bytes("A"), [Edit.insert(2, "x")]))).toStrictEqual([
      "a: change-splice-outside",
    ]);
  });

  test("anything behind a symbolic link, also one within the root", () => {
    const outside = scratchFolder();
    writeTree(outside, { secret: file("s") });
    const world = worldWith({ "real/x": file("x"), inner: "link real", outer: `link ${outside}` });
    expect(refusal(world, createFile("outer/new", ""))).toStrictEqual(["outer/new: change-through-link"]);
    expect(refusal(world, deleteFile("outer/secret", hash("s")))).toStrictEqual(["outer/secret: change-through-link"]);
    expect(refusal(world, editFile("inner/x", bytes("x"), []))).toStrictEqual(["inner/x: change-through-link"]);
    expect(readTree(outside)).toStrictEqual({ secret: file("s") });
  });

  test.each([
    "/etc/passwd",
    "../x",
    "a/../../x",
    "a//b",
    "./a",
    "a/.",
    "",
    "a\0b",
    ".git/hooks/pre-commit",
    "sub/.GIT/config",
  ])("the path %j", (path) => {
    const code = /git/i.test(path) ? "change-inside-git" : "change-path";
    expect(refusal(worldWith({}), createFile(path, ""))).toStrictEqual([`${path}: ${code}`]);
    expect(refusal(worldWith({ a: file("") }), moveFile("a", path, hash("")))).toStrictEqual([`${path}: ${code}`]);
  });

  test.each(["/etc", "../..", "x/../../..", ""])("a new link to %j", (target) => {
    expect(refusal(worldWith({}), createLink("d/l", target))).toStrictEqual(["d/l: change-path"]);
  });
});

describe("a file that changes while the plan is applied", () => {
  // every step of the way is a place at which somebody else may write
  const tree = { a: file("A"), b: file("B"), "c/d": file("D") };
  const changes = [
    editFile("a", bytes("A"), [Edit.insert(1, "+")]),
    moveFile("b", "e/f", hash("B")),
    deleteFile("c/d", hash("D")),
    createFile("g", "G"),
  ];
  const steps = (() => {
    const world = worldWith(tree);
    const seen: string[] = [];
    applyPlan(
      plan(...changes),
      world.again((operation) => seen.push(operation)),
    );
    return seen.length;
  })();

  const meddlers: Record<string, (root: string) => void> = {
    "an edited file is written to": (root) => writeFileSync(join(root, "a"), "mine"),
    "a moved file is deleted": (root) => rmSync(join(root, "b"), { force: true }),
    "a deleted file is replaced by a link": (root) => {
      rmSync(join(root, "c"), { recursive: true, force: true });
      symlinkSync("/", join(root, "c"));
    },
    "the place of a new file is taken": (root) => writeFileSync(join(root, "g"), "mine"),
  };

  test.each(Object.entries(meddlers))("is never overwritten: %s", (_, meddle) => {
    for (let at = 0; at < steps; at++) {
      const world = worldWith(tree);
      let count = 0;
      let mine: Tree = {};
      const outcome = applyPlan(
        plan(...changes),
        world.again(() => {
          if (count++ !== at) return;
          const before = readTree(world.root);
          meddle(world.root);
          const after = readTree(world.root);
          mine = Object.fromEntries(Object.entries(after).filter(([path, entry]) => before[path] !== entry));
        }),
      );
      const after = readTree(world.root);
      // in the moment between the last look and the replacing, a file is written to that the journal keeps
      const kept = new Set([...Object.values(after), ...Object.values(readTree(world.stateFolder))]);
      const lost = Object.entries(mine).filter(([path, entry]) => after[path] !== entry && !kept.has(entry));
      expect(lost, `step ${at}: ${JSON.stringify(outcome)}`).toStrictEqual([]);
      expect(
        Object.keys(after).filter((path) => path.includes(".nivose-")),
        `step ${at}: ${JSON.stringify(outcome)}`,
      ).toStrictEqual([]);
    }
  });
});

test("a file that changes before the commit is noticed there, and no file is touched", () => {
  const world = worldWith({ a: file("A"), b: file("B") });
  const steps: string[] = [];
  const changes = [editFile("a", bytes("A"), [Edit.insert(1, "+")]), deleteFile("b", hash("B"))];
  const outcome = applyPlan(
    plan(...changes),
    world.again((operation, location) => {
      if (location.endsWith("old/1")) writeFileSync(join(world.root, "a"), "mine");
      steps.push(`${operation} ${location}`);
    }),
  );
  expect(refused(outcome)).toStrictEqual(["a: change-outdated"]);
  expect(steps.filter((step) => step.includes("journal.committed.json"))).toStrictEqual([]);
  expect(readTree(world.root)).toStrictEqual({ a: file("mine"), b: file("B") });
});

describe("merged plans", () => {
  test("are applied as one", () => {
    const world = worldWith({ a: file("one two") });
    const one: Plan = {
      title: "One",
      changes: [editFile("a", bytes("one two"), [Edit.replace({ start: 0, end: 3 }, "1")])],
    };
    const two: Plan = {
      title: "Two",
      changes: [editFile("a", bytes("one two"), [Edit.replace({ start: 4, end: 7 }, "2")])],
    };
    const merged = mergePlans("Both", [one, two]);
    expect(merged.ok).toBe(true);
    expect(merged.ok && applyPlan(merged.value, world.context).kind).toBe("applied");
    expect(readFileSync(join(world.root, "a"), "utf8")).toBe("1 2");
  });
});

test("the mode of a folder that cannot be written to is told with the file", () => {
  const world = worldWith({ "d/a": file("A") });
  chmodSync(join(world.root, "d"), 0o555);
  try {
    const codes = refused(applyPlan(plan(editFile("d/a", bytes("A"), [Edit.insert(0, "x")])), world.context));
    // the superuser may write everywhere
    expect(codes).toStrictEqual(process.getuid?.() === 0 ? ["applied"] : ["d/a: change-no-permission"]);
  } finally {
    chmodSync(join(world.root, "d"), 0o755);
  }
});
