import type { FlakeInput } from "../../preset.ts";
import type { Fleet } from "../../spec/fleet-spec.ts";

/** All inputs follow one nixpkgs, and those that others bring along are ours. */
export function partsInputs({ secrets, deployment }: Fleet): FlakeInput[] {
  const nixpkgs = { nixpkgs: "nixpkgs" };
  const inputs: FlakeInput[] = [
    { kind: "pinned", name: "nixpkgs" },
    { kind: "pinned", name: "flake-parts", follows: { "nixpkgs-lib": "nixpkgs" } },
    { kind: "pinned", name: "systems" },
    { kind: "pinned", name: "home-manager", follows: nixpkgs },
    { kind: "pinned", name: "nix-darwin", follows: nixpkgs },
    { kind: "pinned", name: "disko", follows: nixpkgs },
    {
      kind: "pinned",
      name: "terranix",
      follows: { "flake-parts": "flake-parts", ...nixpkgs, systems: "systems" },
    },
  ];
  if (secrets !== undefined) inputs.push({ kind: "pinned", name: "sops-nix", follows: nixpkgs });
  if (deployment === "deploy-rs")
    inputs.push(
      { kind: "pinned", name: "flake-utils", follows: { systems: "systems" } },
      { kind: "pinned", name: "deploy-rs", follows: { "flake-compat": "", ...nixpkgs, utils: "flake-utils" } },
    );
  return inputs;
}
