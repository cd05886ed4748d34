import { describe, expect, test } from "vitest";
import { inputsText } from "../../src/scaffold/lock/inputs-text.ts";
import { lockFile } from "../../src/scaffold/lock/lock-file.ts";
import type { DraftFlake } from "../../src/scaffold/preset.ts";

const nixpkgs = { kind: "pinned", name: "nixpkgs" } as const;
const homeManager = { kind: "pinned", name: "home-manager", follows: { nixpkgs: "nixpkgs" } } as const;

function nodesOf(flake: DraftFlake, flakes: readonly DraftFlake[] = [flake]): Record<string, Record<string, unknown>> {
  return JSON.parse(lockFile(flake, flakes, "24.11")).nodes;
}

describe("a lock file", () => {
  test("has what is pinned, and what follows it", () => {
    const nodes = nodesOf({ folder: "", inputs: [nixpkgs, homeManager] });
    expect(nodes["root"]).toEqual({ inputs: { "home-manager": "home-manager", nixpkgs: "nixpkgs" } });
    expect(nodes["home-manager"]).toMatchObject({
      inputs: { nixpkgs: ["nixpkgs"] },
      locked: { rev: "d5f1f641b289553927b3801580598d200a501863", type: "github" },
      original: { owner: "nix-community", ref: "release-24.11", repo: "home-manager", type: "github" },
    });
  });

  test("refuses an input whose own inputs would have to be fetched", () => {
    const flake: DraftFlake = { folder: "", inputs: [nixpkgs, { kind: "pinned", name: "home-manager" }] };
    expect(() => lockFile(flake, [flake], "24.11")).toThrow(
      "the input nixpkgs of home-manager has to follow another one",
    );
  });

  test("leaves out what nobody can know", () => {
    const nodes = nodesOf({ folder: "", inputs: [{ kind: "open", name: "src", url: "github:a/b" }] });
    expect(nodes).toEqual({ root: {} });
  });

  test("brings the inputs of siblings along", () => {
    const flakes: DraftFlake[] = [
      { folder: "modules", inputs: [nixpkgs] },
      { folder: "hosts", inputs: [nixpkgs, { kind: "sibling", name: "modules", folder: "modules" }] },
      {
        folder: "deploy",
        inputs: [nixpkgs, { kind: "sibling", name: "hosts", folder: "hosts", follows: { nixpkgs: "nixpkgs" } }],
      },
    ];
    expect(nodesOf(flakes[1]!, flakes)).toMatchObject({
      root: { inputs: { modules: "modules", nixpkgs: "nixpkgs_2" } },
      modules: { inputs: { nixpkgs: "nixpkgs" }, locked: { path: "../modules", type: "path" }, parent: [] },
    });
    expect(nodesOf(flakes[2]!, flakes)).toMatchObject({
      hosts: { inputs: { modules: "modules", nixpkgs: ["nixpkgs"] }, locked: { path: "../hosts" }, parent: [] },
      modules: { inputs: { nixpkgs: "nixpkgs" }, locked: { path: "../modules" }, parent: ["hosts"] },
    });
  });

  test("belongs to inputs that say the same", () => {
    expect(
      inputsText([nixpkgs, homeManager, { kind: "open", name: "src", url: "github:a/b" }], "24.11").split("\n"),
    ).toEqual([
      'nixpkgs .url = "github:NixOS/nixpkgs/nixos-24.11";',
      'home-manager = { url = "github:nix-community/home-manager/release-24.11"; inputs.nixpkgs.follows = "nixpkgs"; };',
      'src = { url = "github:a/b"; flake = false; };',
    ]);
  });
});
