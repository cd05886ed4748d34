/** The options that NixOS, nix-darwin and Home Manager declare themselves. The lists are large, and loaded when needed. */

import type { OptionFacts } from "./option-tree.ts";

/** The release that the lists are of. */
export const LISTED_RELEASE = "24.11";

export interface ListedOption extends OptionFacts {
  readonly default?: string;
  readonly declared?: readonly string[];
}

export type ListedOptions = Readonly<Record<string, ListedOption>>;

/** By the kind of host. */
export const optionLists: Readonly<Record<"nixos" | "darwin" | "home", () => Promise<ListedOptions>>> = {
  nixos: async () => (await import("../../../../data/options/nixos-24.11.json", { with: { type: "json" } })).default,
  darwin: async () =>
    (await import("../../../../data/options/nix-darwin-24.11.json", { with: { type: "json" } })).default,
  home: async () =>
    (await import("../../../../data/options/home-manager-24.11.json", { with: { type: "json" } })).default,
};
