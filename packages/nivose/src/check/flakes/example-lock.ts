/** Flakes with a lock file, for the examples of rules that look at both. */

import type { Example } from "../rule.ts";

interface ExampleInput {
  readonly ref?: string;
  /** Seconds since 1970. */
  readonly locked?: number;
}

/** A flake that takes nixpkgs and nothing else. */
export function nixpkgsExample(input: ExampleInput): Example {
  return {
    "flake.nix": `{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/${input.ref ?? "nixos-24.11"}";

  outputs = { nixpkgs, ... }: { inherit (nixpkgs) lib; };
}
`,
    "flake.lock": exampleLock({ nixpkgs: nixpkgsNode(input) }, { nixpkgs: "nixpkgs" }),
  };
}

export function nixpkgsNode({ ref = "nixos-24.11", locked = 1_735_500_000 }: ExampleInput): object {
  return githubNode("NixOS/nixpkgs", { ref, locked });
}

export function githubNode(source: string, { ref, locked = 1_735_500_000 }: ExampleInput, inputs?: object): object {
  const [owner, repo] = source.split("/");
  return {
    ...(inputs === undefined ? {} : { inputs }),
    locked: {
      lastModified: locked,
      narHash: "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
      owner,
      repo,
      rev: locked.toString(16).padEnd(40, "0"),
      type: "github",
    },
    original: { owner, ...(ref === undefined ? {} : { ref }), repo, type: "github" },
  };
}

export function exampleLock(nodes: Readonly<Record<string, object>>, inputs: object): string {
  return `${JSON.stringify({ nodes: { ...nodes, root: { inputs } }, root: "root", version: 7 }, undefined, 2)}\n`;
}
