/** The disk fails at every step in turn: the old tree must come back, and the message must say what happened. */

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Edit } from "@nivose/nix/syntax";
import { afterAll, describe, expect, test } from "vitest";
import { applyPlan } from "../../src/change/apply.ts";
import type { StepHook } from "../../src/change/disk.ts";
import { fingerprintOfFile, fingerprintOfLink } from "../../src/change/fingerprint.ts";
import { createFile, createLink, deleteFile, editFile, moveFile, type Plan } from "../../src/change/plan.ts";
import { recover } from "../../src/change/recover.ts";
import { undoLast } from "../../src/change/undo.ts";
import { file, readTree, removeScratchFolders, type Tree } from "./support/scratch.ts";
import { journalsOf, worldWith, type World } from "./support/world.ts";

afterAll(removeScratchFolders);

const bytes = (text: string): Uint8Array => Buffer.from(text);
const tree: Tree = {
  "edited.nix": file("one two", "755"),
  "moved.nix": file("m", "600"),
  "deep/er/deleted.nix": file("d"),
  link: "link edited.nix",
  // a link to a folder that becomes a folder itself: whoever goes through it changes something else
  door: "link room",
  "room/empty": "folder 755",
};
const plan: Plan = {
  title: "A bit of everything",
  changes: [
    editFile("edited.nix", bytes("one two"), [Edit.replace({ start: 4, end: 7 }, "2")]),
    moveFile("moved.nix", "hosts/luna/moved.nix", fingerprintOfFile(bytes("m"))),
    deleteFile("deep/er/deleted.nix", fingerprintOfFile(bytes("d"))),
    deleteFile("link", fingerprintOfLink("edited.nix")),
    createFile("link", "no link any more"),
    deleteFile("door", fingerprintOfLink("room")),
    createFile("door/empty/new.nix", "{ }"),
    createLink("hosts/current", "luna"),
  ],
};
const after: Tree = {
  "door/empty/new.nix": file("{ }"),
  "edited.nix": file("one 2", "755"),
  "hosts/current": "link luna",
  "hosts/luna/moved.nix": file("m", "600"),
  link: file("no link any more"),
  "room/empty": "folder 755",
};
const sorted = (one: Tree): Tree => Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)));

function systemError(code: string, location: string): Error {
  return Object.assign(new Error(`${code}: made up, ${location}`), { code, syscall: "write", errno: -1 });
}

/** A hook that fails at the steps from `first` to `last`. */
function failing(code: string, first: number, last: number): StepHook {
  let count = 0;
  return (_, location) => {
    const at = count++;
    if (at >= first && at <= last) throw systemError(code, location);
  };
}

const stepCount = (() => {
  let count = 0;
  applyPlan(
    plan,
    worldWith(tree).again(() => void count++),
  );
  return count;
})();

test("the plan of these tests works", () => {
  const world = worldWith(tree);
  expect(applyPlan(plan, world.context).kind).toBe("applied");
  expect(readTree(world.root)).toStrictEqual(sorted(after));
  expect(stepCount > 50).toBe(true);
});

describe("one failure", () => {
  test.each([
    ["ENOSPC", "change-no-space"],
    ["EACCES", "change-no-permission"],
    ["EROFS", "change-read-only"],
    ["EIO", "change-disk-error"],
  ])("%s at any step puts back the old tree, and says so as %s", (code, message) => {
    let refusals = 0;
    for (let at = 0; at < stepCount; at++) {
      const world = worldWith(tree);
      const outcome = applyPlan(plan, world.again(failing(code, at, at)));
      // what comes after the last mark is tidying, and what fails to sync on some file systems is passed over
      const refused = outcome.kind === "refused" ? outcome.problems : undefined;
      if (refused !== undefined) refusals++;
      expect(refused?.map((problem) => problem.code) ?? [message], `step ${at}`).toStrictEqual([message]);
      expect(refused?.map(({ path }) => path) ?? [], `step ${at}`).not.toContain(undefined);
      expect(readTree(world.root), `step ${at}`).toStrictEqual(sorted(refused ? tree : after));
      settled(world, at);
    }
    expect(refusals > stepCount / 2, `${refusals} of ${stepCount} failures matter`).toBe(true);
  });
});

describe("a disk that keeps failing", () => {
  test("leaves a journal, from which the next run gives the old tree or the new one", () => {
    let rollbacks = 0;
    for (let at = 0; at < stepCount; at++) {
      const world = worldWith(tree);
      const outcome = applyPlan(plan, world.again(failing("ENOSPC", at, Infinity), 1001));
      const codes = outcome.kind === "refused" ? outcome.problems.map(({ code }) => code) : [];
      if (codes.includes("change-rollback")) rollbacks++;
      expect(codes[0] ?? "change-no-space").toBe("change-no-space");
      const recovered = recover(world.again(undefined, 1002));
      expect(recovered.ok).toBe(true);
      const isNew = journalsOf(world.stateFolder).includes("applied");
      expect(readTree(world.root), `step ${at}`).toStrictEqual(sorted(isNew ? after : tree));
      settled(world, at);
    }
    expect(rollbacks > 10).toBe(true);
  });

  test("is told again by the next run, and the work is finished by the first one that can", () => {
    const world = worldWith(tree);
    const commit = stepsUntil("journal.committed.json");
    applyPlan(plan, world.again(failing("ENOSPC", commit + 4, Infinity), 1001));
    const again = applyPlan(plan, world.again(failing("EROFS", 6, Infinity), 1002));
    expect(again.kind === "refused" && again.problems[0]?.code).toBe("change-read-only");
    const last = undoLast(world.again(undefined, 1003));
    expect(last.recovered.map(({ title, result, leftAlone }) => ({ title, result, leftAlone }))).toStrictEqual([
      { title: "A bit of everything", result: "completed", leftAlone: [] },
    ]);
    expect(last.kind).toBe("applied");
    expect(readTree(world.root)).toStrictEqual(sorted(tree));
  });
});

describe("an undoing that fails", () => {
  test("at any step leaves the new tree, and can be tried again", () => {
    const all = (() => {
      const world = worldWith(tree);
      applyPlan(plan, world.context);
      let count = 0;
      undoLast(world.again(() => void count++));
      return count;
    })();
    for (let at = 0; at < all; at++) {
      const world = worldWith(tree);
      applyPlan(plan, world.context);
      const outcome = undoLast(world.again(failing("ENOSPC", at, at)));
      expect(readTree(world.root), `step ${at}`).toStrictEqual(sorted(outcome.kind === "applied" ? tree : after));
      if (outcome.kind === "applied") continue;
      expect(undoLast(world.again()).kind).toBe("applied");
      expect(readTree(world.root)).toStrictEqual(sorted(tree));
    }
  });
});

describe("the order of things", () => {
  const steps: [string, string][] = [];
  const { root, again } = worldWith(tree);
  applyPlan(
    plan,
    again((operation, location) => steps.push([operation, location])),
  );
  const commit = steps.findIndex(([operation, at]) => operation === "rename" && at.endsWith("committed.json"));
  const done = steps.findIndex(([operation, at]) => operation === "rename" && at.endsWith("applied.json"));
  const inTree = ([, location]: [string, string]): boolean => location.startsWith(`${root}/`);

  test("before the commit, only temporary files are written", () => {
    const early = steps.slice(0, commit).filter((step) => inTree(step) && step[0] !== "sync folder");
    expect(early.filter(([, location]) => !location.includes("/.nivose-"))).toStrictEqual([]);
    expect(early.length > 4).toBe(true);
  });

  test("before the commit, all that was written is synced", () => {
    const early = steps.slice(0, commit);
    const written = early.filter(([operation]) => operation === "write").map(([, location]) => location);
    const synced = early.filter(([operation]) => operation === "sync").map(([, location]) => location);
    expect(synced).toStrictEqual(written);
    for (const [operation, location] of early) {
      if (operation !== "create" && operation !== "link" && operation !== "symlink") continue;
      const folder = join(location, "..");
      const from = early.findIndex((step) => step[0] === operation && step[1] === location);
      expect(
        early.slice(from).some((step) => step[0] === "sync folder" && step[1] === folder),
        `${operation} ${location}`,
      ).toBe(true);
    }
  });

  test("the commit is synced before the first file is touched", () => {
    expect(steps[commit + 1]![0]).toBe("sync folder");
  });

  test("after the commit nothing is written that takes space, and all names are synced before it counts as done", () => {
    const late = steps.slice(commit + 2, done);
    expect(late.filter(([operation]) => operation === "write" || operation === "create")).toStrictEqual([]);
    const changed = late.filter(([operation]) => ["link", "rename", "unlink", "mkdir", "rmdir"].includes(operation));
    const lastChange = late.lastIndexOf(changed.at(-1)!);
    const synced = new Set(late.slice(lastChange).map(([, location]) => location));
    const gone = new Set(late.filter(([operation]) => operation === "rmdir").map(([, location]) => location));
    for (const [, location] of changed) {
      const folder = join(location, "..");
      expect([...synced, ...gone]).toContain(folder);
    }
  });
});

function stepsUntil(name: string): number {
  let count = 0;
  let found = -1;
  applyPlan(
    plan,
    worldWith(tree).again((_, location) => {
      if (location.endsWith(name) && found < 0) found = count;
      count++;
    }),
  );
  return found;
}

/** Nothing is left over, and what counts as applied can be undone. */
function settled(world: World, at: number): void {
  const leftOver = Object.keys(readTree(world.root)).filter((path) => path.includes(".nivose-"));
  expect(leftOver, `step ${at}`).toStrictEqual([]);
  const isNew = journalsOf(world.stateFolder).includes("applied");
  const last = undoLast(world.again(undefined, 1009));
  const expected = isNew ? "applied" : last.recovered.length > 0 ? "unchanged" : "refused";
  expect(last.kind, `step ${at}`).toBe(expected);
  expect(readTree(world.root), `step ${at}`).toStrictEqual(sorted(tree));
}

test("a folder behind a link is not taken for one of the plan's own", () => {
  const world = worldWith({ door: "link room" });
  mkdirSync(join(world.root, "room/empty"), { recursive: true });
  const changes = [deleteFile("door", fingerprintOfLink("room")), createFile("door/empty/x", "")];
  expect(applyPlan({ title: "Door", changes }, world.context).kind).toBe("applied");
  expect(undoLast(world.context).kind).toBe("applied");
  expect(readTree(world.root)).toStrictEqual({ door: "link room", "room/empty": "folder 755" });
});
