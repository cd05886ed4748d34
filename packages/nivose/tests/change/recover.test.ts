/** What becomes of an interrupted change if somebody else has been at work before the next run. */

import { readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Edit } from "@nivose/nix/syntax";
import { afterAll, describe, expect, test } from "vitest";
import { applyPlan } from "../../src/change/apply.ts";
import { fingerprintOfFile } from "../../src/change/fingerprint.ts";
import { createFile, deleteFile, editFile, moveFile, type Plan } from "../../src/change/plan.ts";
import { needsRecovery, recover } from "../../src/change/recover.ts";
import { undoLast } from "../../src/change/undo.ts";
import { file, readTree, removeScratchFolders, scratchFolder, writeTree, type Tree } from "./support/scratch.ts";
import { journalsOf, worldWith, type World } from "./support/world.ts";

afterAll(removeScratchFolders);

const bytes = (text: string): Uint8Array => Buffer.from(text);
const before: Tree = { a: file("a"), b: file("b"), c: file("c"), "d/e": file("e") };
const after: Tree = { a: file("a+"), "f/b": file("b"), c: file("c+"), new: file("n") };
const sorted = (tree: Tree): Tree => Object.fromEntries(Object.entries(tree).toSorted(([x], [y]) => (x < y ? -1 : 1)));
const plan: Plan = {
  title: "Interrupted",
  changes: [
    editFile("a", bytes("a"), [Edit.insert(1, "+")]),
    editFile("c", bytes("c"), [Edit.insert(1, "+")]),
    moveFile("b", "f/b", fingerprintOfFile(bytes("b"))),
    deleteFile("d/e", fingerprintOfFile(bytes("e"))),
    createFile("new", "n"),
  ],
};

/** A world in which the process was gone before the step that the predicate names. */
function interruptedBefore(named: (operation: string, location: string) => boolean, folder = scratchFolder()): World {
  const world = worldWith(before, folder);
  let gone = false;
  try {
    const hook = (operation: string, location: string): void => {
      gone ||= named(operation, location);
      if (gone) throw new Error("gone");
    };
    applyPlan(plan, world.again(hook, 1001));
  } catch (error) {
    if ((error as Error).message !== "gone") throw error;
  }
  expect(gone).toBe(true);
  expect(needsRecovery(world.stateFolder)).toBe(true);
  return world;
}

/** Committed, and the deleted and moved files are gone from their places; nothing has been put in place yet. */
const halfWay = (operation: string, location: string): boolean => operation === "mkdir" && location.endsWith("/f");
/** Everything but the last file is in its place. */
const nearTheEnd = (operation: string, location: string): boolean => operation === "link" && location.endsWith("/new");
const beforeCommit = (_: string, location: string): boolean => location.endsWith("journal.committed.json");

function recovered(world: World): { result: string; left: (string | undefined)[] }[] {
  const found = recover(world.again(undefined, 1002));
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  expect(needsRecovery(world.stateFolder)).toBe(false);
  return found.value.map(({ result, leftAlone }) => ({ result, left: leftAlone.map(({ path }) => path) }));
}

describe("an interrupted change", () => {
  test("that was not committed is taken back", () => {
    const world = interruptedBefore(beforeCommit);
    expect(recovered(world)).toStrictEqual([{ result: "taken back", left: [] }]);
    expect(readTree(world.root)).toStrictEqual(before);
    expect(journalsOf(world.stateFolder)).toStrictEqual([]);
  });

  test("that was not committed is all that is undone, and not the one before it as well", () => {
    const world = interruptedBefore(beforeCommit);
    expect(undoLast(world.context)).toMatchObject({ kind: "unchanged", recovered: [{ result: "taken back" }] });
    const earlier: Plan = { title: "Earlier", changes: [editFile("a", bytes("a"), [Edit.insert(1, "!")])] };
    expect(applyPlan(earlier, world.again(undefined, 1003)).kind).toBe("applied");
    let gone = false;
    const hook = (_: string, location: string): void => {
      gone ||= location.endsWith("journal.committed.json");
      if (gone) throw new Error("gone");
    };
    const later: Plan = { title: "Later", changes: [createFile("new", "n")] };
    expect(() => applyPlan(later, world.again(hook, 1004))).toThrow("gone");
    expect(undoLast(world.again(undefined, 1005)).kind).toBe("unchanged");
    expect(readTree(world.root)).toStrictEqual({ ...before, a: file("a!") });
    expect(undoLast(world.again(undefined, 1006))).toMatchObject({ kind: "applied", title: "Earlier" });
  });

  test("that was committed is completed, and can be undone", () => {
    const world = interruptedBefore(halfWay);
    expect(recovered(world)).toStrictEqual([{ result: "completed", left: [] }]);
    expect(readTree(world.root)).toStrictEqual(sorted(after));
    expect(undoLast(world.context).kind).toBe("applied");
    expect(readTree(world.root)).toStrictEqual(before);
  });

  test("is finished by the next change, before that is looked at", () => {
    const world = interruptedBefore(halfWay);
    const next: Plan = { title: "Next", changes: [editFile("a", bytes("a+"), [Edit.insert(2, "+")])] };
    const outcome = applyPlan(next, world.context);
    expect([outcome.kind, outcome.recovered.map(({ title }) => title)]).toStrictEqual(["applied", ["Interrupted"]]);
    expect(readTree(world.root)).toStrictEqual({ ...sorted(after), a: file("a++") });
  });

  test("survives that the repository is moved with its state", () => {
    const folder = scratchFolder();
    interruptedBefore(halfWay, join(folder, "old"));
    renameSync(join(folder, "old"), join(folder, "new"));
    const world = worldWith({}, join(folder, "new"));
    expect(recovered(world)).toStrictEqual([{ result: "completed", left: [] }]);
    expect(readTree(world.root)).toStrictEqual(sorted(after));
  });

  test("finds nothing to do where nothing was interrupted, and makes no folder", () => {
    const world = worldWith(before);
    expect(recovered(world)).toStrictEqual([]);
    expect(readTree(join(world.root, ".."))).not.toHaveProperty("state");
  });
});

describe("what the user has written since is never overwritten:", () => {
  test("a file that had not been replaced yet takes the change back, and stays", () => {
    const world = interruptedBefore(halfWay);
    writeFileSync(join(world.root, "a"), "mine");
    expect(recovered(world)).toStrictEqual([{ result: "taken back", left: ["a"] }]);
    expect(readTree(world.root)).toStrictEqual({ ...before, a: file("mine") });
    expect(journalsOf(world.stateFolder)).toStrictEqual(["reverted"]);
    expect(Object.values(readTree(world.stateFolder))).toContainEqual(file("mine"));
  });

  test("a file that had been replaced stays, and the change is completed around it", () => {
    const world = interruptedBefore(nearTheEnd);
    writeFileSync(join(world.root, "a"), "mine");
    expect(recovered(world)).toStrictEqual([{ result: "completed", left: [] }]);
    expect(readTree(world.root)).toStrictEqual(sorted({ ...after, a: file("mine") }));
  });

  test("both at once stay, and the rest goes back", () => {
    const world = interruptedBefore(nearTheEnd);
    writeFileSync(join(world.root, "a"), "mine");
    writeFileSync(join(world.root, "new"), "mine too");
    expect(recovered(world)).toStrictEqual([{ result: "taken back", left: ["a", "new"] }]);
    expect(readTree(world.root)).toStrictEqual({ ...before, a: file("mine"), new: file("mine too") });
    expect(journalsOf(world.stateFolder)).toStrictEqual(["reverted"]);
    expect(Object.values(readTree(world.stateFolder))).toContainEqual(file("a"));
  });

  test("a folder in the place of a deleted file", () => {
    const world = interruptedBefore(halfWay);
    writeTree(world.root, { "b/mine": file("m") });
    expect(recovered(world)).toStrictEqual([{ result: "taken back", left: ["b"] }]);
    expect(readTree(world.root)).toStrictEqual(
      sorted({ a: file("a"), c: file("c"), "d/e": file("e"), "b/mine": file("m") }),
    );
  });

  test("a file in the place of a deleted folder, whichever way it goes", () => {
    const world = interruptedBefore(halfWay);
    writeTree(world.root, { d: file("mine") });
    expect(recovered(world)).toStrictEqual([{ result: "completed", left: [] }]);
    expect(readTree(world.root)).toStrictEqual(sorted({ ...after, d: file("mine") }));

    const other = interruptedBefore(halfWay);
    writeTree(other.root, { a: file("mine"), d: file("mine") });
    expect(recovered(other)).toStrictEqual([{ result: "taken back", left: ["a", "d/e"] }]);
    expect(readTree(other.root)).toStrictEqual({ a: file("mine"), b: file("b"), c: file("c"), d: file("mine") });
    expect(Object.values(readTree(other.stateFolder))).toContainEqual(file("e"));
  });

  test("temporary files that were cleaned away take the change back", () => {
    const world = interruptedBefore(halfWay);
    for (const name of readdirSync(world.root)) if (name.startsWith(".nivose-")) rmSync(join(world.root, name));
    expect(recovered(world)).toStrictEqual([{ result: "taken back", left: [] }]);
    expect(readTree(world.root)).toStrictEqual(before);
  });

  test("files that the user deleted come back", () => {
    const world = interruptedBefore(halfWay);
    rmSync(join(world.root, "a"));
    expect(recovered(world)).toStrictEqual([{ result: "taken back", left: [] }]);
    expect(readTree(world.root)).toStrictEqual(before);
  });
});

describe("a journal that cannot be read", () => {
  const spoiled = (content: string): World => {
    const world = interruptedBefore(halfWay);
    const [id] = readdirSync(join(world.stateFolder, "journals"));
    writeFileSync(join(world.stateFolder, "journals", id!, "journal.committed.json"), content);
    return world;
  };

  test.each([
    ["damaged", "{", "it is no JSON"],
    ["of another version", '{"version":2}', "it is of another version"],
    ["cut off", '{"version":1}', "it is cut off"],
    [
      "about files outside",
      '{"version":1,"root":"../root","entries":[{"path":"../../x"}],"newFolders":[],"lostFolders":[]}',
      "it names a path outside",
    ],
  ])("as it is %s stops everything", (_, content, reason) => {
    const world = spoiled(content);
    const tree = readTree(world.root);
    for (const outcome of [applyPlan(plan, world.again()), undoLast(world.again())]) {
      expect(outcome.kind === "refused" && outcome.problems.map(({ code, text }) => `${code}: ${text}`)).toStrictEqual([
        `change-journal: the journal of an interrupted change cannot be read: ${reason}`,
      ]);
    }
    expect(readTree(world.root)).toStrictEqual(tree);
  });

  test("but that is only of the past does not", () => {
    const world = worldWith(before);
    applyPlan(plan, world.context);
    const [id] = readdirSync(join(world.stateFolder, "journals"));
    writeFileSync(join(world.stateFolder, "journals", id!, "journal.applied.json"), "{");
    const next: Plan = { title: "Next", changes: [createFile("next", "")] };
    expect(applyPlan(next, world.context).kind).toBe("applied");
  });
});
