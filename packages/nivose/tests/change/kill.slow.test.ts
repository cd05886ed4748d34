/**
 * A real process is really killed: at every one of its steps in turn, and from outside at any moment. Whatever is left,
 * the next run gives exactly the old tree or the new one.
 */

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { Edit } from "@nivose/nix/syntax";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { applyPlan } from "../../src/change/apply.ts";
import type { ChangeContext } from "../../src/change/context.ts";
import { fingerprintOfFile, fingerprintOfLink } from "../../src/change/fingerprint.ts";
import { createFile, createLink, deleteFile, editFile, moveFile, type Plan } from "../../src/change/plan.ts";
import { planFromJson, planToJson } from "../../src/change/plan-json.ts";
import { systemProcesses } from "../../src/change/processes.ts";
import { recover } from "../../src/change/recover.ts";
import { undoLast } from "../../src/change/undo.ts";
import { file, readTree, removeScratchFolders, scratchFolder, writeTree, type Tree } from "./support/scratch.ts";
import { journalsOf, locksOf } from "./support/world.ts";

afterAll(removeScratchFolders);

const scratch = scratchFolder();
const program = join(scratch, "child.mjs");

beforeAll(async () => {
  const input = join(import.meta.dirname, "support/child.ts");
  const bundle = await rolldown({ input, platform: "node", logLevel: "silent" });
  await bundle.write({ file: program, format: "esm", codeSplitting: false });
  await bundle.close();
}, 120_000);

const bytes = (text: string): Uint8Array => Buffer.from(text);
const before: Tree = {
  "flake.nix": file("{ outputs = _: { }; }", "644"),
  link: "link run",
  "old/gone.nix": file("g"),
  run: file("#!", "755"),
  web: file("w", "600"),
};
const after: Tree = {
  "flake.nix": file("{ outputs = _: { a = 1; }; }", "644"),
  link: file("a file now"),
  "new/host.nix": file("{ }"),
  "new/latest": "link host.nix",
  program: file("#!", "755"),
  "web/default.nix": file("w", "600"),
};
const plan = planToJson({
  title: "All kinds of changes",
  changes: [
    editFile("flake.nix", bytes("{ outputs = _: { }; }"), [Edit.insert(16, " a = 1;")]),
    deleteFile("old/gone.nix", fingerprintOfFile(bytes("g"))),
    moveFile("run", "program", fingerprintOfFile(bytes("#!"))),
    moveFile("web", "web/default.nix", fingerprintOfFile(bytes("w"))),
    deleteFile("link", fingerprintOfLink("run")),
    createFile("link", "a file now"),
    createFile("new/host.nix", "{ }"),
    createLink("new/latest", "host.nix"),
  ],
});

const parsed = ((): Plan => {
  const read = planFromJson(plan);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
})();

interface Task {
  readonly folder: string;
  readonly do: "apply" | "undo" | "recover" | "on and on";
  readonly killAt?: number;
}

/** Whether the process came to its end, or was killed. */
function run(task: Task): boolean {
  const { status, signal, stderr } = spawnSync(process.execPath, [program, JSON.stringify(task)], { encoding: "utf8" });
  if (signal === "SIGKILL") return false;
  expect({ status, stderr }).toStrictEqual({ status: 0, stderr: "" });
  return true;
}

function world(name: string): { folder: string; context: ChangeContext } {
  const folder = join(scratch, name);
  writeTree(join(folder, "root"), before);
  writeFileSync(join(folder, "plan.json"), plan);
  return {
    folder,
    context: {
      root: join(folder, "root"),
      stateFolder: join(folder, "state"),
      processes: systemProcesses(process.pid, hostname(), process.kill),
      now: () => 0,
      environment: process.env,
    },
  };
}

/** Recovers, and says which of the two trees is there. Anything else is an error. */
function recovered({ root, stateFolder }: ChangeContext, context: ChangeContext, at: string): "old" | "new" {
  const result = recover(context);
  expect({ at, ...result }).toMatchObject({ at, ok: true });
  const tree = readTree(root);
  const isNew = JSON.stringify(tree) === JSON.stringify(after);
  const unfinished = journalsOf(stateFolder).filter((phase) => phase !== "applied");
  expect({ at, tree, unfinished }).toStrictEqual({ at, tree: isNew ? after : before, unfinished: [] });
  return isNew ? "new" : "old";
}

describe("killed by itself at every step", () => {
  test("of applying a plan", () => {
    const seen = { old: 0, new: 0 };
    let at = 0;
    for (let ended = false; !ended; at++) {
      const { folder, context } = world(`apply-${at}`);
      ended = run({ folder, do: "apply", killAt: at });
      const found = recovered(context, context, `step ${at}`);
      seen[found]++;
      expect(undoLast(context).kind, `step ${at}`).toBe(found === "new" ? "applied" : "refused");
      expect(readTree(context.root), `step ${at}`).toStrictEqual(before);
      expect(locksOf(context.stateFolder)).toStrictEqual([]);
      rmSync(folder, { recursive: true });
    }
    expect(Math.min(at - 30, seen.old, seen.new)).toBeGreaterThan(10);
  }, 600_000);

  test("of undoing it", () => {
    const seen = { old: 0, new: 0 };
    let at = 0;
    for (let ended = false; !ended; at++) {
      const { folder, context } = world(`undo-${at}`);
      expect(applyPlan(parsed, context).kind).toBe("applied");
      ended = run({ folder, do: "undo", killAt: at });
      const found = recovered(context, context, `step ${at}`);
      seen[found]++;
      expect(undoLast(context).kind, `step ${at}`).toBe(found === "new" ? "applied" : "refused");
      expect(readTree(context.root), `step ${at}`).toStrictEqual(before);
      rmSync(folder, { recursive: true });
    }
    expect(Math.min(at - 30, seen.old, seen.new)).toBeGreaterThan(10);
  }, 600_000);

  test("of recovering, over and over", () => {
    // killed while it prepares and after it is committed; then the recovery is killed one step later each time
    for (const first of [25, 45]) {
      const { folder, context } = world(`recover-${first}`);
      run({ folder, do: "apply", killAt: first });
      for (let at = 1; !run({ folder, do: "recover", killAt: at }); at++);
      recovered(context, context, `first killed at ${first}`);
      rmSync(folder, { recursive: true });
    }
  }, 600_000);
});

const ROUNDS = 30;

test("killed from outside at any moment", async () => {
  const { folder, context } = world("outside");
  const seen = { old: 0, new: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    const child = spawn(process.execPath, [program, JSON.stringify({ folder, do: "on and on" } satisfies Task)]);
    const gone = once(child, "exit");
    await once(child.stdout, "data");
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 30));
    child.kill("SIGKILL");
    await gone;
    seen[recovered(context, context, `round ${round}`)]++;
  }
  expect(seen.old + seen.new === ROUNDS).toBe(true);
}, 600_000);
