/** Lock files as real Nix writes them, byte for byte, and in its words where it does not. */

import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { needs } from "../../../nivose/tests/needs.ts";
import { ask, lastError, type NixRun, oneLine, runNix, textOf, toldWarnings, warningsOf } from "./support/both.ts";
import { CaseFolder, type Files, run } from "./support/flake-case.ts";
import { type LockCase, lockCases, shared } from "./support/lock-cases.ts";
import { randomLocks } from "./support/random-locks.ts";

const count = Number(process.env["NIVOSE_TEST_LOCKS"] ?? 20);
const seed = Number(process.env["NIVOSE_TEST_SEED"] ?? 1);
const cases = [...lockCases, ...randomLocks(count, seed)];

describe.runIf(needs("nix-2.26", "git"))("Nix 2.26 locks", () => {
  const folders = new CaseFolder();
  const ours = new Map<LockCase, object>();
  const theirs = new Map<LockCase, object>();

  beforeAll(() => {
    for (const each of [shared, ...cases]) folders.make(each);
    const earlier = cases.filter((each) => each.later !== undefined);
    runNix(
      folders.top,
      earlier.map((each) => ({ folder: folders.folderOf(each), command: `nix flake lock ${flakeOf(each)}` })),
    );
    for (const each of earlier) change(each);
    for (const each of cases) ours.set(each, byUs(each));
    const runs = runNix(
      folders.top,
      cases.map((each) => ({ folder: folders.folderOf(each), command: commandOf(each) })),
    );
    for (const [index, each] of cases.entries()) theirs.set(each, byNix(each, runs[index]!));
  });
  afterAll(() => folders.remove());

  test.each(cases.map((each) => [each.name, each] as const))("%s", (_, each) => {
    expect(ours.get(each)).toEqual(theirs.get(each));
  });

  function change(each: LockCase): void {
    const folder = folders.folderOf(each);
    const files = Object.entries(each.later ?? {});
    for (const [file, content] of files) if (content === undefined) rmSync(path.join(folder, file));
    if (each.relock !== undefined) {
      const lock = lockFileOf(each);
      writeFileSync(lock, each.relock(textOf(lock) ?? "", folder));
    }
    folders.write(each, Object.fromEntries(files.filter(([, content]) => content !== undefined)) as Files);
    if (each.laterScript !== undefined) run(each.laterScript, folder);
  }

  function byUs(each: LockCase): object {
    const folder = folders.folderOf(each);
    const overrides = (each.overrides ?? []).map(([input, reference]) => ({
      input,
      reference: reference.replaceAll("ROOT", folder),
    }));
    const expression = { kind: "flake", reference: flakeOf(each), fragment: "", overrides } as const;
    const { updates } = each;
    const { reply, warnings } = ask(folder, "", {
      expression,
      output: "flake-lock",
      ...(updates === undefined ? {} : { updates: updates.length === 0 ? "all" : updates }),
    });
    if (!reply.ok) return { error: oneLine(reply.failure.text), warnings: told(warnings) };
    const { lock } = reply.flake!;
    const text = lock!.isStale || overrides.length > 0 ? Buffer.from(lock!.text).toString() : textOf(lockFileOf(each));
    // Nix tells nothing of what it writes elsewhere
    const changes = overrides.length > 0 ? [] : lock!.changes.map(({ kind, input }) => `${kind} ${input}`);
    return { lock: text, changes, warnings: told(warnings) };
  }

  function byNix(each: LockCase, result: NixRun): object {
    const warnings = told(warningsOf(result));
    if (result.status !== 0) return { error: lastError(result), warnings };
    const changes = [...result.stderr.matchAll(/^• (Added|Removed|Updated) input '(.*?)'/gm)];
    return {
      lock: textOf(outputOf(each)) ?? textOf(lockFileOf(each)),
      changes: changes.map(([, kind, input]) => `${kind!.toLowerCase()} ${input}`),
      warnings,
    };
  }

  function commandOf(each: LockCase): string {
    const { updates, overrides = [] } = each;
    const flags = overrides.map(
      ([input, reference]) => ` --override-input ${input} '${reference.replaceAll("ROOT", folders.folderOf(each))}'`,
    );
    const output = overrides.length > 0 ? ` --output-lock-file '${outputOf(each)}'` : "";
    const verb =
      updates === undefined ? `lock ${flakeOf(each)}` : `update --flake ${flakeOf(each)} ${updates.join(" ")}`;
    return `nix flake ${verb}${flags.join("")}${output}`;
  }

  function outputOf(each: LockCase): string {
    return path.join(folders.folderOf(each), "written.lock");
  }

  function lockFileOf(each: LockCase): string {
    return path.join(folders.folderOf(each), flakeOf(each), "flake.lock");
  }
});

function flakeOf({ flake = "./top" }: LockCase): string {
  return flake;
}

/** Whether it is dirty is told of the flake in question, too, which Nix changes. */
function told(warnings: readonly string[]): string[] {
  return toldWarnings(warnings).filter((text) => !text.endsWith("is dirty"));
}
