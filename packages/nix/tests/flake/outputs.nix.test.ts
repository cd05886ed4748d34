/** Values of flakes and of fetchers, what `flake show` tells, and how both are refused, beside real Nix. */

import { existsSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { needs } from "../../../nivose/tests/needs.ts";
import type { EvalReply, EvalRequest } from "../../src/evaluation.ts";
import { ask, lastError, type NixRun, oneLine, runNix, warningsOf, toldWarnings } from "./support/both.ts";
import { CaseFolder } from "./support/flake-case.ts";
import { type OutputCase, outputCases } from "./support/output-cases.ts";

describe.runIf(needs("nix-2.26", "git"))("Nix 2.26 evaluates", () => {
  const folders = new CaseFolder();
  const answers = new Map<OutputCase, readonly [ours: object, theirs: object]>();
  const lockedAnswers: typeof answers = new Map();

  beforeAll(() => {
    for (const each of outputCases) folders.make(each);
    answer(outputCases, answers);
    // Nix has written lock files, with which it goes another way
    const locked = outputCases.filter((each) => existsSync(path.join(folders.folderOf(each), "top/flake.lock")));
    answer(locked, lockedAnswers);
  });
  afterAll(() => folders.remove());

  function answer(cases: readonly OutputCase[], into: typeof answers): void {
    // ours come first, because Nix writes lock files
    const ours = cases.map(byUs);
    const runs = runNix(
      folders.top,
      cases.map((each) => ({ folder: folders.folderOf(each), command: commandOf(each) })),
    );
    for (const [index, each] of cases.entries()) into.set(each, [ours[index]!, byNix(runs[index]!)]);
  }

  test.each(outputCases.map((each) => [each.name, each] as const))("%s", (_, each) => {
    const [ours, theirs] = answers.get(each)!;
    expect(ours).toEqual(theirs);
  });

  test("what is locked", () => {
    expect([...lockedAnswers.values()].map(([ours]) => ours)).toEqual(
      [...lockedAnswers.values()].map(([, theirs]) => theirs),
    );
    expect(lockedAnswers.size).toBeGreaterThan(3);
  });

  function commandOf(each: OutputCase): string {
    const { output = "", apply, impure, expression } = each;
    const quoted = (text: string): string =>
      `'${text.replaceAll("ROOT", folders.folderOf(each)).replaceAll("'", "'\\''")}'`;
    if (expression !== undefined) return `nix eval --json --impure --expr ${quoted(expression)}`;
    const applied = apply === undefined ? "" : ` --apply ${quoted(apply)}`;
    return `nix eval --json ${quoted(`${flakeOf(each)}#${output}`)}${applied}${impure === true ? " --impure" : ""}`;
  }

  function byUs(each: OutputCase): object {
    const folder = folders.folderOf(each);
    const { output = "", apply, impure, expression } = each;
    if (expression !== undefined) {
      const text = Buffer.from(expression.replaceAll("ROOT", folder));
      const { reply, warnings } = ask(folder, "", {
        expression: { kind: "text", text, name: "«string»", folder },
        strict: true,
        pure: false,
      });
      return { ...answerOf(reply), warnings: toldWarnings(warnings) };
    }
    const request: Partial<EvalRequest> = apply === undefined ? {} : { apply: Buffer.from(apply) };
    const { reply, warnings } = ask(folder, `${flakeOf(each)}#${decodeURIComponent(output)}`, {
      ...request,
      pure: impure !== true,
    });
    return { ...answerOf(reply), warnings: toldWarnings(warnings) };
  }

  function flakeOf(each: OutputCase): string {
    return (each.flake ?? "./top").replaceAll("ROOT", folders.folderOf(each));
  }
});

function answerOf(reply: EvalReply): object {
  if (reply.ok) return { value: JSON.parse(Buffer.from(reply.output, "latin1").toString()) };
  const { text, hint } = reply.failure;
  // the advice on files that Git does not know is our own
  const shown = hint === undefined || !hint.startsWith("Did you mean") ? text : `${text} ${hint}`;
  const locking = reply.failure.trace.map((step) => step.text).filter((step) => step.startsWith("while updating"));
  return { error: oneLine(Buffer.from(shown, "latin1").toString()), locking };
}

function byNix(result: NixRun): object {
  const warnings = toldWarnings(warningsOf(result));
  if (result.status === 0) return { value: JSON.parse(result.stdout), warnings };
  const locking = [...result.stderr.matchAll(/^ +… (while updating .*)$/gm)].map(([, step]) => step);
  return { error: lastError(result), locking, warnings };
}
