/** What has to be built before it is read, by real Nix alone and by real Nix for us. */

import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { needs, realNix, realStorePlace } from "../../../nivose/tests/needs.ts";
import { type EvalRequest, runEvaluation } from "../../src/evaluation.ts";

const file = path.join(import.meta.dirname, "import-from-derivation.nix");
const values = [
  "imported",
  "context",
  "otherOutput",
  "noContext",
  "drvPathOfReader",
  "folder",
  "copyOfOutput",
  "found",
  "derivationFile",
  "derivationFileOutput",
  "derivationText",
  "textFile",
  "copied",
];
const errors = ["refused", "refusedDependency", "noOutput"];

describe.runIf(needs("nix-2.26"))("import from derivation", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "nivose-import-"));
    mkdirSync(path.join(folder, "source"));
    writeFileSync(path.join(folder, "source/kept"), "kept\n", { mode: 0o755 });
    writeFileSync(path.join(folder, "source/dropped"), "dropped\n");
    symlinkSync("kept", path.join(folder, "source/link"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  // ours comes first, so that it has to build what real Nix then finds
  test.each([values, ...errors.map((name) => [name])])("gives what Nix gives: %s", (...names) => {
    const salt = randomUUID();
    const ours = evaluated(names, salt, path.join(folder, "source"));
    expect(ours).toBe(byNix(names, salt, path.join(folder, "source")));
  });

  test("reads what was built in restricted mode, too", () => {
    const source = path.join(folder, "source");
    const restricted = { restricted: true, allowedPaths: [source, import.meta.dirname] };
    expect(evaluated(["folder"], randomUUID(), source, restricted)).toContain('"default.nix":"regular"');
  });

  test("ends when its time is over", () => {
    const error = evaluated(["slow"], randomUUID(), path.join(folder, "source"), { programTimeout: 1 });
    expect(error).toMatch(/^error: '.*' took longer than 1 s$/);
  });

  test("is refused where a setting says so", () => {
    expect(evaluated(["imported"], "", path.join(folder, "source"), { importFromDerivation: false })).toMatch(
      /^error: cannot build '.*-everything.nix.drv\^out' during evaluation because the option 'allow-import-from-derivation' is disabled$/,
    );
  });
});

function evaluated(names: readonly string[], salt: string, source: string, more: EvalRequest["settings"] = {}): string {
  const reply = runEvaluation(
    {
      expression: { kind: "file", path: file },
      selections: names,
      args: [
        { name: "salt", kind: "string", text: salt },
        { name: "source", kind: "expression", text: source },
      ],
      output: "json",
      strict: true,
      location: false,
      settings: {
        nixStore: [realNix(), "nix-store"],
        storePlace: realStorePlace(),
        importFromDerivation: true,
        programTimeout: 0,
        ...more,
      },
    },
    () => {},
  );
  return reply.ok ? reply.output : `error: ${reply.failure.text}`;
}

function byNix(names: readonly string[], salt: string, source: string): string {
  const flags = [
    "--eval",
    "--strict",
    "--json",
    "--read-write-mode",
    "--argstr",
    "salt",
    salt,
    "--arg",
    "source",
    source,
  ];
  const select = names.flatMap((name) => ["-A", name]);
  const { status, stdout, stderr } = spawnSync(realNix(), ["nix-instantiate", ...flags, ...select, file], {
    encoding: "latin1",
  });
  if (status === 0) return stdout;
  return `error: ${stderr
    .split(/^ *error: /m)
    .at(-1)!
    .replaceAll("\n       ", "\n")
    .trimEnd()}`;
}
