import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storeObject } from "../../src/eval/files/store-objects.ts";
import { markMachine } from "../../src/eval/machine/machine.ts";
import { type Code, heapTop } from "../../src/eval/memory/heap.ts";
import { markStrings, symbols } from "../../src/eval/memory/strings.ts";
import { WARM_UP_PROGRAM } from "../../src/eval/warm-up/program.ts";
import { loadOwnText } from "../../src/eval/files/imports.ts";
import { evaluateAside } from "../../src/eval/warm-up/warm-up.ts";
import { type EvalReply, runEvaluation } from "../../src/evaluation.ts";

const folder = mkdtempSync(path.join(tmpdir(), "nivose-warm-up-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** More than those that are imported before it happens. */
const FILES = 220;

function evaluate(text: string, settings: { readonly maxCallDepth?: number } = {}): EvalReply {
  const expression = { kind: "text", text: Buffer.from(text), name: "test", folder } as const;
  const request = { expression, selections: [""], args: [], output: "value", strict: true, location: false } as const;
  return runEvaluation({ ...request, ...settings, settings: {} }, () => {});
}

function program(): Code {
  return loadOwnText("warm-up", WARM_UP_PROGRAM);
}

function state(): unknown {
  const { frameTop, noteCount, callDepth, gathering } = markMachine();
  return { heap: heapTop(), strings: markStrings(), frameTop, noteCount, callDepth, gathering };
}

describe("warming up", () => {
  beforeAll(() => {
    evaluate("1");
  });

  it("is the first to meet no name that a file could have, because sets are ordered by that", () => {
    const known = symbols.size;
    expect(evaluateAside(program)).toBe(true);
    const met = Array.from({ length: symbols.size - known }, (_, index) => symbols.name(known + index));
    expect(met.filter((name) => !name.startsWith("warm-"))).toEqual([]);
  });

  it("leaves nothing behind", () => {
    const before = state();
    evaluateAside(program);
    expect(state()).toEqual(before);
    const made = `let d = derivation { name = "d"; system = "s"; builder = "b"; }; in [ d.drvPath (builtins.toFile "x" "y") ]`;
    const reply = evaluate(made);
    const [derivation, file] = /"(.*)" "(.*)"/.exec(reply.output)!.slice(1);
    const more = `${made.slice(0, -1)} (derivation { name = "e"; system = "s"; builder = "b"; }).drvPath ]`;
    evaluateAside(() => loadOwnText("more", more));
    expect([storeObject(derivation!)?.kind, storeObject(file!)?.kind]).toEqual(["text", "text"]);
  });

  it("may come to any limit", () => {
    const before = state();
    evaluate("1", { maxCallDepth: 3 });
    expect(evaluateAside(program)).toBe(false);
    expect(state()).toEqual(before);
  });

  it("happens in the middle of an evaluation that imports many files", () => {
    for (let index = 0; index < FILES; index++) {
      const next = index === FILES - 1 ? `"end"` : `import ./${index + 1}.nix`;
      writeFileSync(
        path.join(folder, `${index}.nix`),
        `let n = ${index}; r = rec { a = n; b = ${next}; }; in "\${toString r.a} \${r.b}"`,
      );
    }
    const reply = evaluate("import ./0.nix");
    expect(reply.output).toBe(`"${Array.from({ length: FILES }, (_, index) => index).join(" ")} end"\n`);
    expect(evaluate(`builtins.seq (import ./0.nix) (throw (import ./${FILES - 1}.nix))`)).toMatchObject({
      failure: { text: `${FILES - 1} end`, kind: "throw" },
    });
  });
});
