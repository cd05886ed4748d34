import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { heapUse } from "../../src/eval/memory/heap.ts";
import { type EvalRequest, forgetValues, runEvaluation } from "../../src/evaluation.ts";

const folder = mkdtempSync(path.join(tmpdir(), "nivose-undo-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
writeFileSync(
  path.join(folder, "lib.nix"),
  `rec { list = builtins.genList (x: x * 1.5) 1000; total = builtins.foldl' (a: b: a + b) 0 list; name = "lib"; }`,
);

function request(text: string): EvalRequest {
  return {
    expression: { kind: "text", text: Buffer.from(text), name: "test", folder },
    selections: [""],
    args: [],
    output: "value",
    strict: true,
    location: false,
    settings: {},
  };
}

function evaluate(text: string): string {
  const reply = runEvaluation(request(text), () => {});
  return reply.ok ? reply.output.trim() : `${reply.failure.kind}: ${reply.failure.text}`;
}

const expressions = [
  `(import ./lib.nix).total`,
  `let l = import ./lib.nix; in l // { list = builtins.length l.list; extra = "\${l.name}-\${builtins.substring 0 1 l.name}"; }`,
  `builtins.tryEval (throw "no")`,
  `builtins.attrNames (builtins.listToAttrs (map (n: { name = "n\${toString n}"; value = n; }) [ 3 1 2 ]))`,
  `(derivation { name = "d"; system = "s"; builder = "b"; }).drvPath`,
  `(import ./lib.nix).missing`,
  `builtins.unsafeGetAttrPos "total" (import ./lib.nix)`,
];

describe("giving up the values of evaluations", () => {
  it("changes no later result", () => {
    const first = expressions.map(evaluate);
    forgetValues();
    expect(expressions.toReversed().map(evaluate)).toEqual(first.toReversed());
    forgetValues();
    expect(expressions.map(evaluate)).toEqual(first);
  });

  it("keeps the values of JSON that comes again", () => {
    const kinds = {
      null: null,
      yes: true,
      no: false,
      text: "a\\n",
      list: [1, 1.5, -7e9, [], {}],
      set: { b: {}, a: [""] },
    };
    writeFileSync(path.join(folder, "data.json"), JSON.stringify({ ...kinds, long: "-".repeat(1000) }));
    const text = `let data = builtins.fromJSON (builtins.readFile ./data.json); in [
      (removeAttrs data [ "long" ]) (data // { long = 1; }).text (data.null == null) (data.yes && !data.no)
      (map builtins.typeOf (builtins.attrValues data)) (builtins.toJSON data) data.list data.set.a
    ]`;
    const first = evaluate(text);
    expect(first).toContain("-7000000000");
    for (let round = 0; round < 3; round++) {
      forgetValues();
      // what is in the memory that was given back is something else now
      evaluate("builtins.deepSeq (builtins.genList (x: [ x ]) 10000) true");
      expect(evaluate(text)).toBe(first);
    }
  });

  it("leaves nothing in the store that a later expression could read", () => {
    const stored = /"(.*)"/.exec(evaluate('"${builtins.toFile "x" "secret"}"'))![1]!;
    const read = `builtins.readFile (builtins.unsafeDiscardStringContext "${stored}")`;
    expect(evaluate(read)).toBe('"secret"');
    forgetValues();
    expect(evaluate(read)).toMatch(/^io: /);
  });

  it("goes on with other settings", () => {
    const systems = ["a-linux", "b-linux", "a-linux"].map((currentSystem) => {
      const reply = runEvaluation({ ...request("builtins.currentSystem"), settings: { currentSystem } }, () => {});
      forgetValues();
      return reply.ok && reply.output.trim();
    });
    expect(systems).toEqual(['"a-linux"', '"b-linux"', '"a-linux"']);
  });

  it("gives the memory back, but for the code of files", () => {
    forgetValues();
    evaluate(expressions[0]!);
    const before = heapUse() * 4;
    for (let round = 0; round < 20; round++) {
      forgetValues();
      evaluate(`builtins.length (import ./lib.nix).list`);
    }
    // the code of texts that are in no file stays as well
    expect(heapUse() * 4 - before).toBeLessThan(20 * 1000);
  });
});
