/** What a flake knows of its source, and what is told of it, in all the states that a folder or a repository can be in. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { needs } from "../../../nivose/tests/needs.ts";
import { ask, lastError, type NixRun, oneLine, runNix, warningsOf } from "./support/both.ts";
import { CaseFolder, type FlakeCase } from "./support/flake-case.ts";
import { sourceCases } from "./support/source-cases.ts";

describe.runIf(needs("nix-2.26", "git"))("Nix 2.26 sees the source of", () => {
  const folders = new CaseFolder();
  const values = new Map<FlakeCase, readonly [ours: object, theirs: object]>();
  const facts = new Map<FlakeCase, readonly [ours: unknown, theirs: unknown]>();

  beforeAll(() => {
    for (const each of sourceCases) folders.make(each);
    const commands = sourceCases.flatMap((each) => {
      const folder = folders.folderOf(each);
      return [`nix eval --json '${flakeOf(each)}#told'`, `nix flake metadata --json '${flakeOf(each)}'`].map(
        (command) => ({
          folder,
          command,
        }),
      );
    });
    const runs = runNix(folders.top, commands);
    for (const [index, each] of sourceCases.entries()) {
      const [value, metadata] = [runs[2 * index]!, runs[2 * index + 1]!];
      values.set(each, [valueByUs(each), valueByNix(value)]);
      facts.set(each, [factsByUs(each), metadata.status === 0 ? JSON.parse(metadata.stdout) : undefined]);
    }
  });
  afterAll(() => folders.remove());

  const names = sourceCases.map((each) => [each.name, each] as const);
  test.each(names)("%s", (_, each) => {
    const [ours, theirs] = values.get(each)!;
    expect(ours).toEqual(theirs);
  });

  test.each(names)("%s, told as metadata", (_, each) => {
    const [ours, theirs] = facts.get(each)!;
    expect(ours).toEqual(theirs);
  });

  function valueByUs(each: FlakeCase): object {
    const { reply, warnings } = ask(folders.folderOf(each), `${flakeOf(each)}#told`, {});
    return reply.ok
      ? { value: JSON.parse(Buffer.from(reply.output, "latin1").toString()), warnings }
      : { error: oneLine(reply.failure.text), warnings };
  }

  function valueByNix(result: NixRun): object {
    const warnings = warningsOf(result);
    return result.status === 0
      ? { value: JSON.parse(result.stdout), warnings }
      : { error: lastError(result), warnings };
  }

  function factsByUs(each: FlakeCase): unknown {
    const { reply } = ask(folders.folderOf(each), flakeOf(each), { output: "flake-metadata" });
    return reply.ok ? JSON.parse(reply.flake!.metadata!.json) : undefined;
  }

  function flakeOf(each: FlakeCase): string {
    return (each.flake ?? "./top").replaceAll("ROOT", folders.folderOf(each));
  }
});
