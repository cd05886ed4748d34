/** Options that public flakes bring along, for those who have not imported their modules. */

import type { HostKind } from "../fleet/host.ts";

export interface PublicModule {
  /** What people call the input. */
  readonly input: string;
  readonly url: string;
  /** The output that is its module, by the kind of host. */
  readonly modules: Readonly<Partial<Record<HostKind, string>>>;
}

const nixosAndDarwin = (name: string): PublicModule["modules"] => ({
  nixos: `nixosModules.${name}`,
  darwin: `darwinModules.${name}`,
});

/** By the beginning of their options. */
const known: Readonly<Record<string, PublicModule>> = {
  sops: {
    input: "sops-nix",
    url: "github:Mic92/sops-nix",
    modules: { ...nixosAndDarwin("sops"), home: "homeManagerModules.sops" },
  },
  age: {
    input: "agenix",
    url: "github:ryantm/agenix",
    modules: { ...nixosAndDarwin("default"), home: "homeManagerModules.default" },
  },
  "home-manager": {
    input: "home-manager",
    url: "github:nix-community/home-manager",
    modules: nixosAndDarwin("home-manager"),
  },
  disko: { input: "disko", url: "github:nix-community/disko", modules: { nixos: "nixosModules.disko" } },
  "environment.persistence": {
    input: "impermanence",
    url: "github:nix-community/impermanence",
    modules: { nixos: "nixosModules.impermanence" },
  },
  "home.persistence": {
    input: "impermanence",
    url: "github:nix-community/impermanence",
    modules: { home: "homeManagerModules.impermanence" },
  },
  stylix: {
    input: "stylix",
    url: "github:nix-community/stylix",
    modules: { nixos: "nixosModules.stylix", darwin: "darwinModules.stylix", home: "homeManagerModules.stylix" },
  },
  wsl: { input: "nixos-wsl", url: "github:nix-community/NixOS-WSL", modules: { nixos: "nixosModules.default" } },
  "boot.lanzaboote": {
    input: "lanzaboote",
    url: "github:nix-community/lanzaboote",
    modules: { nixos: "nixosModules.lanzaboote" },
  },
  "nix-homebrew": {
    input: "nix-homebrew",
    url: "github:zhaofengli/nix-homebrew",
    modules: { darwin: "darwinModules.nix-homebrew" },
  },
  microvm: { input: "microvm", url: "github:microvm-nix/microvm.nix", modules: { nixos: "nixosModules.microvm" } },
  "programs.nixvim": {
    input: "nixvim",
    url: "github:nix-community/nixvim",
    modules: { nixos: "nixosModules.nixvim", darwin: "nixDarwinModules.nixvim", home: "homeManagerModules.nixvim" },
  },
};

export function moduleFor(
  path: readonly string[],
  kind: HostKind | undefined,
  below: readonly string[] = [],
): PublicModule | undefined {
  const written = `${[...path, ...below].join(".")}.`;
  const found = Object.entries(known).find(
    ([beginning]) => written.startsWith(`${beginning}.`) && beginning.split(".").length >= path.length,
  );
  const module = found?.[1];
  return module !== undefined && (kind === undefined || module.modules[kind] !== undefined) ? module : undefined;
}
