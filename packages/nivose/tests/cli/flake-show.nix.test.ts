/** `nivose flake show` and `nivose flake metadata` beside those of Nix, as text and as JSON. */

import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type NixRun, runNix } from "../../../nix/tests/flake/support/both.ts";
import { CaseFolder, gitEnvironment } from "../../../nix/tests/flake/support/flake-case.ts";
import { shownCases } from "../../../nix/tests/flake/support/output-cases.ts";
import { needs } from "../needs.ts";
import { bin } from "./run-nivose.ts";

const commands = ["flake show ./top", "flake show --json --all-systems --legacy ./top", "flake metadata ./top"];

describe.runIf(needs("nix-2.26", "git"))("flakes are shown as Nix shows them", () => {
  const folders = new CaseFolder();
  let runs: NixRun[] = [];

  beforeAll(() => {
    for (const each of shownCases) folders.make(each);
    runs = runNix(
      folders.top,
      shownCases.flatMap((each) =>
        commands.map((command) => ({ folder: folders.folderOf(each), command: `nix ${command}` })),
      ),
    );
  });
  afterAll(() => folders.remove());

  test.each(shownCases.map((each, index) => [each.name, each, index] as const))("%s", (_, each, index) => {
    for (const [at, command] of commands.entries()) {
      const theirs = runs[index * commands.length + at]!;
      const ours = spawnSync(process.execPath, [bin, ...command.split(" ")], {
        cwd: folders.folderOf(each),
        env: { ...gitEnvironment, XDG_CACHE_HOME: `${folders.top}/cache`, TZ: "UTC" },
        encoding: "utf8",
      });
      // Nix stops at what is broken, and we go on
      const text = theirs.status === 0 ? ours.stdout : theirs.stdout;
      expect({ command, text, failed: ours.status !== 0 }).toEqual({
        command,
        text: theirs.stdout,
        failed: theirs.status !== 0,
      });
    }
  });
});
