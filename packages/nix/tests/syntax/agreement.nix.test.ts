/**
 * Real Nix and we say the same: of the golden cases, of the tables of operators and strings, and of damaged sources.
 * The conformance scripts beside the sources do this at a larger scale.
 */

import { deepStrictEqual, ok } from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, test } from "vitest";
import { compareFiles } from "../../conformance/comparison.ts";
import { expression } from "../../conformance/expression.ts";
import { mutate, soup } from "../../conformance/mutate.ts";
import { Random } from "../../conformance/random.ts";
import { RealNix } from "../../conformance/real-nix.ts";
import { needs, realNix } from "../../../nivose/tests/needs.ts";
import { cases } from "./support/cases.ts";
import { groupings } from "./support/operators.ts";
import { indentedStrings, quotedStrings } from "./support/strings.ts";

describe.runIf(needs("nix-2.26"))("agrees with Nix", () => {
  let folder: string;
  let count = 0;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "syntax-agreement-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each([false, true])("on the golden cases (pipe operators: %s)", async (pipeOperators) => {
    await agree(
      cases.map(({ source }) => source),
      pipeOperators,
    );
  });

  test.each([false, true])("on the grouping of operators (pipe operators: %s)", async (pipeOperators) => {
    const sources = groupings().flatMap(({ source, grouped }) =>
      grouped === undefined ? [source] : [source, grouped],
    );
    await agree(
      sources.map((source) => Buffer.from(`a: b: c: ${source}`)),
      pipeOperators,
    );
  });

  test("on what strings stand for", async () => {
    await agree([...quotedStrings, ...indentedStrings].map(([source]) => Buffer.from(source, "latin1")));
  });

  test("on damaged sources, soups of tokens and random expressions", async () => {
    const random = new Random(20_241_130);
    const sources = Array.from({ length: 500 }, (_, index) => {
      switch (index % 4) {
        case 0:
          return soup(random);
        case 1:
          return Buffer.from(expression(random, 5, random.oneIn(2)), "latin1");
        case 2:
          return mutate(Buffer.from(expression(random, 5), "latin1"), soup(random), random);
        default:
          return mutate(random.pick(cases).source, random.pick(cases).source, random);
      }
    });
    await agree(sources);
  });

  async function agree(sources: readonly Uint8Array[], pipeOperators = false): Promise<void> {
    const batch = path.join(folder, String(count++));
    mkdirSync(batch);
    const files = sources.map((source, index) => {
      const file = path.join(batch, `${index}.nix`);
      writeFileSync(file, source);
      return file;
    });
    const differences: unknown[] = [];
    let compared = 0;
    for await (const { file, difference } of compareFiles(new RealNix(realNix()), files, { pipeOperators })) {
      compared++;
      if (difference === undefined || difference.kind === "which") continue;
      const source = Buffer.from(sources[files.indexOf(file)]!).toString("latin1");
      differences.push({ source, ...difference });
    }
    deepStrictEqual(differences, []);
    ok(compared === sources.length);
  }
});
