/** Which inputs of a repository folders take the place of, in `conformance/grow-parts.ts`. */

import { expect, test } from "vitest";
import { type Lock, overrideFlags } from "../../conformance/grow-parts/overrides.ts";

const github = (repo: string) => ({ original: { type: "github", repo } });
const lock: Lock = {
  root: "root",
  nodes: {
    root: { inputs: { nixpkgs: "nixpkgs", "nixpkgs-darwin": "nixpkgs_2", homes: "homes", tools: "tools" } },
    nixpkgs: github("nixpkgs"),
    nixpkgs_2: github("nixpkgs"),
    homes: { original: { type: "path" }, inputs: { "home-manager": "home-manager", nixpkgs: ["nixpkgs"] } },
    "home-manager": { ...github("home-manager"), inputs: { nixpkgs: "nixpkgs_3" } },
    nixpkgs_3: github("nixpkgs"),
    tools: github("tools"),
  },
};

test("by the names of the inputs, or of their repositories, in flakes of the repository, too", () => {
  const sources = { nixpkgs: "/n", "home-manager": "/h", toshy: "/t" };
  expect(overrideFlags([lock, lock], ["nixpkgs", "toshy", "tools"], sources)).toEqual(
    [
      ["--override-input", "nixpkgs", "path:/n"],
      ["--override-input", "nixpkgs-darwin", "path:/n"],
      ["--override-input", "homes/home-manager", "path:/h"],
      ["--override-input", "homes/home-manager/nixpkgs", "path:/n"],
      ["--override-input", "toshy", "path:/t"],
    ].flat(),
  );
});

test("nothing without folders", () => {
  expect(overrideFlags([lock], ["nixpkgs"], {})).toEqual([]);
});
