/** Random plans on random trees, against a naive model, against real Git, and stopped at random steps. */

import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { applyPlan } from "../../src/change/apply.ts";
import { effectOf } from "../../src/change/effect-of-plan.ts";
import { planFromJson, planToJson } from "../../src/change/plan-json.ts";
import { patchBytes, previewEffect } from "../../src/change/preview.ts";
import { recover } from "../../src/change/recover.ts";
import { undoLast } from "../../src/change/undo.ts";
import { arbitraryCase, type Case } from "./support/arbitrary.ts";
import { readTree, removeScratchFolders, scratchFolder, writeTree, type Tree } from "./support/scratch.ts";
import { journalsOf, locksOf, worldWith, type World } from "./support/world.ts";

afterAll(removeScratchFolders);

/** `RUNS=5000` for a long run. */
const RUNS = Number(process.env["RUNS"] ?? 150);

const PATIENCE = 600_000;

const folder = scratchFolder();
let worlds = 0;

/** Runs a body in a world of its own that is gone afterwards. */
function inWorld<Result>(tree: Tree, body: (world: World) => Result): Result {
  const own = join(folder, String(worlds++));
  writeTree(folder, { [String(worlds - 1)]: "folder 755" });
  try {
    return body(worldWith(tree, own));
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

const equal = (one: Tree, other: Tree): boolean => {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
};

test(
  "a plan gives what the model gives, and undoing gives back every byte, mode and link",
  () => {
    const seen = { applied: 0, unchanged: 0 };
    fc.assert(
      fc.property(arbitraryCase, ({ tree, plan, after }) => {
        inWorld(tree, ({ root, stateFolder, context }) => {
          const outcome = applyPlan(plan, context);
          expect(outcome.kind === "refused" ? outcome.problems : []).toStrictEqual([]);
          expect(readTree(root)).toStrictEqual(readable(after));
          if (outcome.kind === "unchanged") return void seen.unchanged++;
          seen.applied++;
          expect(undoLast(context).kind).toBe("applied");
          expect(readTree(root)).toStrictEqual(readable(tree));
          expect(journalsOf(stateFolder)).toStrictEqual(["applied", "applied"]);
          expect(locksOf(stateFolder)).toStrictEqual([]);
        });
      }),
      { numRuns: RUNS },
    );
    expect(seen.applied).toBeGreaterThan(seen.unchanged);
  },
  PATIENCE,
);

test(
  "a plan survives its way through JSON",
  () => {
    fc.assert(
      fc.property(arbitraryCase, ({ tree, plan, after }) => {
        const saved = planToJson(plan);
        const read = planFromJson(saved);
        if (!read.ok) throw new Error(JSON.stringify(read.problems));
        expect(planToJson(read.value)).toBe(saved);
        inWorld(tree, ({ root, context }) => {
          applyPlan(read.value, context);
          expect(readTree(root)).toStrictEqual(readable(after));
        });
      }),
      { numRuns: Math.ceil(RUNS / 3) },
    );
  },
  PATIENCE,
);

test(
  "the preview, applied by Git, gives the same tree",
  async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCase, async ({ tree, plan, after }) => {
        const own = join(folder, String(worlds++));
        writeTree(own, { root: "folder 755" });
        const { root } = worldWith(tree, own);
        const effect = effectOf(plan, root);
        if (!effect.ok) throw new Error(JSON.stringify(effect.problems));
        const input = patchBytes(await previewEffect(effect.value));
        expect(input.length === 0).toBe(JSON.stringify(asGitSees(tree)) === JSON.stringify(asGitSees(after)));
        // Git takes an empty patch for a mistake
        const known = input.length > 0 && !leadsGitAstray(tree, after);
        for (const flags of known ? [["--check"], []] : []) {
          const git = spawnSync("git", ["apply", "--whitespace=nowarn", ...flags], { cwd: root, input });
          const patch = Buffer.from(input).toString("latin1");
          expect({ status: git.status, said: git.stderr.toString(), patch }).toStrictEqual({
            status: 0,
            said: "",
            patch,
          });
        }
        expect(asGitSees(readTree(root))).toStrictEqual(asGitSees(known ? after : tree));
        rmSync(own, { recursive: true });
      }),
      { numRuns: RUNS },
    );
  },
  PATIENCE,
);

describe("stopped at any step", () => {
  const stop = new Error("stopped here");

  test(
    "recovery gives the old tree or the new one, and nothing else is left",
    () => {
      fc.assert(
        fc.property(arbitraryCase, fc.nat(), fc.nat(), ({ tree, plan, after }, first, second) => {
          inWorld(tree, (world) => {
            const stepsOf = (action: (hook: () => void) => void): number => {
              let steps = 0;
              action(() => void steps++);
              return steps;
            };
            const all = inWorld(tree, (other) => stepsOf((hook) => applyPlan(plan, other.again(hook))));
            stopped(all === 0 ? 0 : first % all, (hook) => applyPlan(plan, world.again(hook, 1001)));
            // the next run may be stopped as well, and the one after it
            stopped(second % 40, (hook) => recover(world.again(hook, 1002)));
            stopped((first + second) % 40, (hook) => recover(world.again(hook, 1003)));
            const recovered = recover(world.again(undefined, 1004));
            expect(recovered.ok || recovered.problems).toStrictEqual(true);
            isOldOrNew(world, { tree, plan, after });
          });
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );

  /** Runs an action in which every step from a certain one on fails, as if the process were gone. */
  function stopped(at: number, action: (hook: () => void) => void): void {
    let steps = 0;
    try {
      action(() => {
        if (steps++ >= at) throw stop;
      });
    } catch (error) {
      if (error !== stop) throw error;
    }
  }

  function isOldOrNew(world: World, { tree, after }: Case): void {
    const found = readTree(world.root);
    const isNew = equal(found, readable(after)) && journalsOf(world.stateFolder).length > 0;
    expect(found).toStrictEqual(readable(isNew ? after : tree));
    expect(journalsOf(world.stateFolder)).toStrictEqual(isNew ? ["applied"] : []);
    expect(undoLast(world.again(undefined, 1005)).kind).toBe(isNew ? "applied" : "refused");
    expect(readTree(world.root)).toStrictEqual(readable(tree));
    expect(locksOf(world.stateFolder)).toStrictEqual([]);
  }
});

/** Where a link becomes a folder, Git looks for the new files behind the link, and may find something or go in circles. */
function leadsGitAstray(tree: Tree, after: Tree): boolean {
  const links = Object.keys(tree).filter((path) => tree[path]!.startsWith("link "));
  return Object.keys(after).some((path) => links.some((link) => path.startsWith(`${link}/`)));
}

/** A tree in the order in which it is read. */
function readable(tree: Tree): Tree {
  return Object.fromEntries(Object.entries(tree).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** Git knows of a mode only whether a file can be run. */
function asGitSees(tree: Tree): Tree {
  return Object.fromEntries(
    Object.entries(tree)
      .map(([path, entry]) => [path, entry.replace(/^file 6../, "file 644")] as const)
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}
