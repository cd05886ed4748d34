/** Real Nix finds in the `lib` on paper what our engine found in that of nixpkgs. */

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readRecorded } from "../../../conformance/paper-lib/cases.ts";
import { casesOf, withoutPlace } from "../../../conformance/paper-lib/library.ts";
import { needs, realNix } from "../../needs.ts";

const sources = path.resolve(import.meta.dirname, "../../../../../paper/lib");
const conformance = path.resolve(import.meta.dirname, "../../../conformance/paper-lib");
const recorded = path.join(import.meta.dirname, "recorded");

describe.runIf(needs("nix-2.26"))("lib on paper", () => {
  test("is the same in real Nix", () => {
    // what cannot be evaluated would end it, and what is thrown may be in other words there
    const cases = readdirSync(recorded)
      .flatMap((file) => readRecorded(readFileSync(path.join(recorded, file), "utf8")))
      .filter(({ answer }) => !/<(?:throw|abort|endless|type|eval|assertion|io|missing|invalid)/.test(answer.value));
    const folder = mkdtempSync(path.join(tmpdir(), "nivose-paper-lib-"));
    const tree = path.join(folder, "tree");
    try {
      cpSync(sources, path.join(folder, "lib"), { recursive: true });
      cpSync(conformance, folder, { recursive: true });
      writeFileSync(
        path.join(folder, "cases.nix"),
        casesOf(
          cases.map(({ expression }) => expression),
          tree,
        ),
      );
      writeFileSync(
        path.join(folder, "all.nix"),
        `import ./render.nix { attempt = value: { success = true; inherit value; }; } (import ./cases.nix (import ./lib))`,
      );
      const words = ["nix-instantiate", "--eval", "--strict", "--json", path.join(folder, "all.nix")];
      const output = execFileSync(realNix(), words, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
      const values = JSON.parse(withoutPlace(output, tree)) as string[];
      const differences = cases.flatMap(({ expression, answer }, index) =>
        answer.value === values[index] ? [] : [{ expression, engine: answer.value, nix: values[index] }],
      );
      expect(differences).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
