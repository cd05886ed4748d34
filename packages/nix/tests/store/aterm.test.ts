import { deepStrictEqual, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { describe, test } from "vitest";
import {
  BuilderEnvironment,
  experimentalFeatures,
  outputKind,
  parseDerivation,
  printDerivation,
} from "../../src/store/index.ts";
import { arbitraryDerivation } from "./support/arbitrary-derivation.ts";
import { refusalOf } from "./support/refusal.ts";

const folder = "/nix/store";
const path = "/nix/store/fx3bzpgnn64zd33dr0pwz4ckw56b377i-b.drv";
const text =
  'Derive([("out","/nix/store/n3hpdghm1p9mw0308dcbzm4hamadl31a-b","","")],' +
  '[("/nix/store/mb7am4c3ppbfjg5vqlgw3sxv3v0hcfw0-f.drv",["out"]),' +
  '("/nix/store/wnvld3im7bgzcx9iplxdvvmk9nwx98bq-a.drv",["dev"])],' +
  '["/nix/store/gmzdrk8k0jbnbvvdf0517iyixgkvqnil-t"],"x86_64-linux","/bin/sh",["a\\"b","\\\\\\n\\r\\t\\q"],' +
  '[("builder","/bin/sh"),("out","/nix/store/n3hpdghm1p9mw0308dcbzm4hamadl31a-b")])';

describe("the file of a derivation", () => {
  test("is read", () => {
    deepStrictEqual(parseDerivation(folder, path, text), {
      name: "b",
      outputs: new Map([["out", { kind: "input-addressed", path: "/nix/store/n3hpdghm1p9mw0308dcbzm4hamadl31a-b" }]]),
      inputDerivations: new Map([
        ["/nix/store/mb7am4c3ppbfjg5vqlgw3sxv3v0hcfw0-f.drv", { outputs: ["out"] }],
        ["/nix/store/wnvld3im7bgzcx9iplxdvvmk9nwx98bq-a.drv", { outputs: ["dev"] }],
      ]),
      inputSources: ["/nix/store/gmzdrk8k0jbnbvvdf0517iyixgkvqnil-t"],
      system: "x86_64-linux",
      builder: "/bin/sh",
      args: ['a"b', "\\\n\r\tq"],
      env: BuilderEnvironment.from([
        ["builder", "/bin/sh"],
        ["out", "/nix/store/n3hpdghm1p9mw0308dcbzm4hamadl31a-b"],
      ]),
    });
  });

  test("is printed so that reading it gives the same", () => {
    fc.assert(
      fc.property(arbitraryDerivation, (derivation) => {
        const printed = printDerivation(folder, derivation);
        const read = parseDerivation(folder, `/nix/store/${"0".repeat(32)}-${derivation.name}.drv`, printed);
        deepStrictEqual(read, derivation);
        strictEqual(printDerivation(folder, read), printed);
      }),
      { numRuns: 500 },
    );
  });

  test("is read in any order, and what stands there twice is taken as Nix does", () => {
    const read = parseDerivation(
      folder,
      path,
      'Derive([("z","","",""),("a","","",""),("z","","r:sha1","")],[],[],"s","b",[],[("b","1"),("a","2"),("b","3")]) and more',
    );
    deepStrictEqual([...read.outputs.keys()], ["a", "z"]);
    deepStrictEqual(read.outputs.get("z"), { kind: "deferred" });
    deepStrictEqual(
      [...read.env],
      [
        ["a", "2"],
        ["b", "3"],
      ],
    );
  });

  test("may lack commas, or have one too many at the start of a list", () => {
    const read = parseDerivation(folder, path, 'Derive([],[],[],"s","b",[,"a""b","c"],[])');
    deepStrictEqual(read.args, ["a", "b", "c"]);
  });

  test("is large without being slow", () => {
    const line = 'echo \\"x\\" \\\\\\n';
    const large = text
      .replace("a\\", `${line.repeat(100_000)}a\\`)
      .replace('[("b', `[${'("x","yyyyy"),'.repeat(100_000)}("b`);
    const read = parseDerivation(folder, path, large);
    strictEqual(read.args[0]!.length, 'echo "x" \\\n'.length * 100_000 + 3);
    strictEqual(
      printDerivation(folder, read),
      large
        .replaceAll('("x","yyyyy"),', "")
        .replace("\\q", "q")
        .replace(/\)\]\)$/, '),("x","yyyyy")])'),
    );
  });

  test("is refused with its path, or without where Nix does not name it", () => {
    const refuse = (damaged: string): string | undefined => refusalOf(() => parseDerivation(folder, path, damaged));
    const about = (problem: string): string => `error parsing derivation '${path}': error: ${problem}`;
    strictEqual(refuse("Derive(["), about("expected string '('"));
    strictEqual(refuse(text.slice(0, 50)), about("unterminated string in derivation"));
    strictEqual(refuse("Dx"), "derivation does not start with 'Derive' or 'DrvWithVersion'");
    strictEqual(
      refusalOf(() => parseDerivation(folder, path.slice(0, -4), text)),
      `error parsing derivation '${path.slice(0, -4)}': error: ` +
        "store path 'fx3bzpgnn64zd33dr0pwz4ckw56b377i-b' is not a valid derivation path",
    );
  });
});

describe("the outputs of a derivation", () => {
  const withOutputs = (outputs: string): ReturnType<typeof parseDerivation> =>
    parseDerivation(folder, path, `Derive([${outputs}],[],[],"s","b",[],[])`);

  test.each([
    ["", "must have at least one output"],
    ['("a","","sha256",""),("b","","sha1","")', "all floating outputs must use the same hash algorithm"],
    ['("a","","sha256",""),("b","","","")', "can't mix derivation output types"],
    ['("a","/x","md5","00000000000000000000000000000000")', 'single fixed output must be named "out"'],
    [
      '("a","/x","md5","00000000000000000000000000000000"),("out","/x","md5","00000000000000000000000000000000")',
      "only one fixed output is allowed for now",
    ],
  ])("cannot be combined in every way: %s", (outputs, refusal) => {
    strictEqual(
      refusalOf(() => outputKind(withOutputs(outputs))),
      refusal,
    );
  });

  test.each([
    ['("a","","sha256","")', "floating", ["ca-derivations"]],
    ['("a","","r:sha256","impure")', "impure", ["impure-derivations"]],
    ['("a","","text:sha256","")', "floating", ["ca-derivations", "dynamic-derivations"]],
    ['("a","","","")', "deferred", []],
    ['("out","/x","md5","00000000000000000000000000000000")', "fixed", []],
  ])("may need experimental features: %s", (outputs, kind, features) => {
    strictEqual(outputKind(withOutputs(outputs)), kind);
    deepStrictEqual(experimentalFeatures(withOutputs(outputs)), features);
  });
});
