/** The record of a host, from which questions are answered, tells what old names pass on on paper. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runEvaluation } from "@nivose/nix/evaluation";
import { expect, test } from "vitest";
import { askRecord } from "../../../src/explain/host-record.ts";
import type { AskFlake } from "../../../src/fleet/ask.ts";

const lib = path.resolve(import.meta.dirname, "../../../../../paper/lib");

const files = {
  "flake.nix": `{
    outputs = _: {
      host = (import ./lib).evalModules { modules = [ ./declared.nix ./own.nix ]; };
    };
  }`,
  // as options are declared from data
  "declared.nix": `
    { config, lib, ... }:
    let option = lib.mkOption { type = lib.types.listOf lib.types.str; default = [ ]; }; in
    {
      options.old = removeAttrs option [ "default" ] // { apply = _: config.new; };
      options.new = option // { from = [ [ "old" ] ]; };
    }`,
  "own.nix": `{ old = [ "a" ]; new = [ "b" ]; }`,
};

test("an old name that passes its definitions on is recorded, with what it passes", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "nivose-aliases-"));
  try {
    mkdirSync(path.join(folder, "lib"));
    cpSync(lib, path.join(folder, "lib"), { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    const record = await askRecord({ flake: `path:${folder}`, attribute: "host" }, ask);
    expect(record).toMatchObject({
      options: [
        { path: ["new"], answer: { elements: ['"b"', '"a"'] } },
        { path: ["old"], answer: { elements: ['"b"', '"a"'] } },
      ],
      modules: { renames: [{ from: ["old"], to: ["new"], isSet: true }] },
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const ask: AskFlake = (reference, attribute, question, watch) => {
  const reply = runEvaluation(
    {
      expression: { kind: "flake", reference, fragment: attribute, overrides: [] },
      selections: [""],
      args: [],
      output: "json",
      strict: true,
      location: false,
      apply: Buffer.from(question),
      ...(watch === undefined ? {} : { watch }),
      settings: {},
    },
    () => {},
  );
  if (!reply.ok) throw new Error(reply.failure.text);
  return Promise.resolve({
    ok: true,
    value: JSON.parse(Buffer.from(reply.output, "latin1").toString()),
    files: [],
    copies: {},
  });
};
