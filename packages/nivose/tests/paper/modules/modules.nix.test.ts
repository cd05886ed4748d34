/** Real Nix finds in the module system on paper what our engine found in that of nixpkgs. */

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { needs, realNix } from "../../needs.ts";

const here = import.meta.dirname;
const sources = path.resolve(here, "../../../../../paper/lib");

/** The paths of all values that differ. Where there was an error, there is no value: its text can be had from no expression. */
const differences = `
  file:
  let
    differ = path: golden: value:
      if builtins.isAttrs golden && golden ? error then [ ]
      else if builtins.isAttrs golden && builtins.isAttrs value then
        builtins.concatMap (name: differ (path ++ [ name ]) golden.\${name} value.\${name}) (builtins.attrNames golden)
      else if builtins.toJSON golden == builtins.toJSON value then [ ]
      else [ path ];
  in
  differ [ file ] (builtins.fromJSON (builtins.readFile (./modules + "/\${file}.json"))) (
    import (./modules + "/\${file}.nix") { lib = import ./lib; })
`;

describe.runIf(needs("nix"))("the module system on paper", () => {
  test("is the same in real Nix", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "nivose-paper-modules-"));
    try {
      cpSync(sources, path.join(folder, "lib"), { recursive: true });
      cpSync(here, path.join(folder, "modules"), { recursive: true });
      const evaluate = (expression: string): unknown => {
        const words = ["nix-instantiate", "--eval", "--strict", "--json", "-E", expression];
        return JSON.parse(
          execFileSync(realNix(), words, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
        );
      };
      const within = (expression: string): string => expression.replaceAll("./", `${folder}/`);
      expect(evaluate(within(`builtins.concatMap (${differences}) [ "configurations" "kinds" "declaring" ]`))).toEqual(
        [],
      );
      const additions = evaluate(within("import ./modules/additions.nix { lib = import ./lib; }"));
      expect(Object.values(additions as object).every((holds) => holds === true)).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
