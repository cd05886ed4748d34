import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { checkLayers, printFinding } from "../layers.js";
import { root } from "../repository.js";

const table = JSON.parse(readFileSync(path.join(root, "scripts/layers.json"), "utf8"));
const manifests = {
  "packages/nix/package.json": '{ "name": "@nivose/nix", "exports": { "./syntax": "./src/syntax/index.ts" } }',
  "packages/sops/package.json": '{ "name": "@nivose/sops", "dependencies": { "yaml": "2" } }',
  "packages/nivose/package.json": '{ "name": "nivose", "devDependencies": { "diff": "9" } }',
};

const folders = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The findings in a repository that has these files, as `file:line rule`. */
function findings(files, rules = table) {
  const top = mkdtempSync(path.join(tmpdir(), "layers-"));
  folders.push(top);
  for (const [name, text] of Object.entries({ ...manifests, ...files })) {
    mkdirSync(path.dirname(path.join(top, name)), { recursive: true });
    writeFileSync(path.join(top, name), text);
  }
  return checkLayers(rules, top).map(({ file, line, rule }) => `${file}:${line} ${rule}`);
}

describe("arrows", () => {
  it("may point down", () => {
    const files = {
      "packages/nix/src/message.ts": "export const a = 1;",
      "packages/nix/src/syntax/index.ts": 'import { a } from "../message.ts";\nimport fs from "node:fs";',
      "packages/nivose/src/report/text.ts": 'import "@nivose/nix/syntax";\nimport "diff";',
      "packages/nivose/src/cli/main.ts": 'import "../report/text.ts";',
    };
    expect(findings(files)).toEqual([]);
  });

  it("may not point up, whichever way the import is written", () => {
    const imports = ['import "../eval/a.ts";', 'export * from "../eval/a.ts";', 'await import("../eval/a.ts");'];
    const types = ['import type { A } from "../eval/a.ts";', 'type B = import("../eval/a.ts").A;'];
    const files = { "packages/nix/src/syntax/index.ts": [...imports, ...types].join("\n") };
    const expected = [1, 2, 3, 4, 5].map((line) => `packages/nix/src/syntax/index.ts:${line} layer`);
    expect(findings(files)).toEqual(expected);
  });

  it("may not point sideways unless the table says so", () => {
    const files = { "packages/nivose/src/check/a.ts": 'import "../change/b.ts";' };
    expect(findings(files)).toEqual(["packages/nivose/src/check/a.ts:1 layer"]);
  });

  it("may not leave the language", () => {
    const files = {
      "packages/nix/src/syntax/a.ts": 'import "nivose";\nimport "diff";\nimport "../../../nivose/src/cli/main.ts";',
      "packages/nix/src/syntax/b.ts": 'import "fs";\nimport data from "../../../../data/a.json";',
    };
    expect(findings(files)).toEqual([
      "packages/nix/src/syntax/a.ts:1 export",
      "packages/nix/src/syntax/a.ts:2 library",
      "packages/nix/src/syntax/a.ts:3 package",
      "packages/nix/src/syntax/b.ts:1 library",
      "packages/nix/src/syntax/b.ts:2 source",
    ]);
  });

  it("keep SOPS and Nix apart", () => {
    const files = { "packages/sops/src/document/a.ts": 'import "@nivose/nix/syntax";\nimport "yaml";' };
    expect(findings(files)).toEqual([
      "packages/sops/src/document/a.ts:1 package",
      "packages/sops/src/document/a.ts:2 library",
    ]);
  });

  it("reach another package only through its exports", () => {
    const files = {
      "packages/nivose/src/report/a.ts": 'import "@nivose/nix/format";\nimport "../../../nix/src/message.ts";',
    };
    expect(findings(files)).toEqual([
      "packages/nivose/src/report/a.ts:1 export",
      "packages/nivose/src/report/a.ts:2 package",
    ]);
  });

  it("lead only to libraries that the package names", () => {
    expect(findings({ "packages/nivose/src/report/a.ts": 'import "zod";' })).toHaveLength(1);
  });
});

describe("circles", () => {
  it("are allowed within a layer that is recursive by nature, and not between it and another", () => {
    const inside = {
      "packages/nix/src/format/a.ts": 'import "./b.ts";',
      "packages/nix/src/format/b.ts": 'import "./a.ts";',
    };
    expect(findings(inside)).toEqual([]);
    const strict = structuredClone(table);
    delete strict["packages/nix"].recursive;
    expect(findings(inside, strict)).toEqual(["packages/nix/src/format/b.ts:1 circle"]);
  });

  it("are found, types included", () => {
    const files = {
      "packages/nix/src/store/a.ts": 'import "./b.ts";',
      "packages/nix/src/store/b.ts": '\nimport type { A } from "./a.ts";',
    };
    expect(findings(files)).toEqual(["packages/nix/src/store/b.ts:2 circle"]);
  });
});

describe("the world outside", () => {
  const uses = [
    "process.exit(1);",
    "console.log(1);",
    "const now = Date.now();",
    "const date = new Date();",
    "const start = performance.now();",
    "const home = process.env.HOME;",
    "const { env } = process;",
    "process.stdout.write('text');",
    "globalThis.console.log(1);",
    'import process from "node:process";',
    'import { performance } from "node:perf_hooks";',
  ];

  it.each(uses)("is not touched below the commands: %s", (text) => {
    expect(findings({ "packages/nivose/src/report/a.ts": text })).toEqual([
      "packages/nivose/src/report/a.ts:1 outside",
    ]);
    expect(findings({ "packages/nix/src/syntax/a.ts": text })).toEqual(["packages/nix/src/syntax/a.ts:1 outside"]);
  });

  it("is there for the commands", () => {
    expect(findings({ "packages/nivose/src/cli/main.ts": uses.slice(0, 6).join("\n") })).toEqual([]);
  });

  it("is not a comment, a string, a name of one's own or arithmetic with dates", () => {
    const text = [
      "// console.log",
      'const text = "process.env";',
      "const date = new Date(12);",
      "if (process.platform === 'darwin') process.emitWarning('macOS');",
      "function print(console: { log(text: string): void }) { console.log(text); }",
    ];
    expect(findings({ "packages/nivose/src/report/a.ts": text.join("\n") })).toEqual([]);
  });
});

describe("the table", () => {
  it("has a place for every file", () => {
    const files = { "packages/nix/src/elsewhere/a.ts": "", "packages/unknown/src/a.ts": "" };
    expect(findings(files)).toEqual(["packages/nix/src/elsewhere/a.ts:1 place", "packages/unknown/src/a.ts:1 place"]);
  });

  it("is held to its own rule", () => {
    const layers = { syntax: ["eval"], eval: ["syntax"] };
    expect(findings({}, { "packages/nix": { uses: [], layers } })).toEqual(["scripts/layers.json:1 table"]);
  });
});

it("says where, what, which rule and what to do", () => {
  const top = mkdtempSync(path.join(tmpdir(), "layers-"));
  folders.push(top);
  mkdirSync(path.join(top, "packages/nix/src/syntax"), { recursive: true });
  writeFileSync(path.join(top, "packages/nix/src/syntax/a.ts"), '\nimport "../format/b.ts";');
  expect(checkLayers(table, top).map(printFinding)).toEqual([
    "packages/nix/src/syntax/a.ts:2: syntax imports format (layer)\n" +
      "    format is above syntax: move what is needed down, or this file up\n",
  ]);
});
