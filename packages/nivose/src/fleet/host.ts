/** What a host is: one configuration of a flake. */

import type { Advice } from "../report/advice.ts";

export type HostKind = "nixos" | "darwin" | "home";

/** The outputs that hold hosts. */
export const hostOutputs = {
  nixosConfigurations: "nixos",
  darwinConfigurations: "darwin",
  homeConfigurations: "home",
} as const satisfies Readonly<Record<string, HostKind>>;

export type HostOutput = keyof typeof hostOutputs;

export interface FleetHost {
  readonly name: string;
  readonly kind: HostKind;
  /** The folder of its flake, relative to the repository; empty for the top. */
  readonly flake: string;
  /** `nixosConfigurations.luna` */
  readonly attribute: string;
  readonly facts: HostFacts | HostProblem;
}

export interface HostFacts {
  readonly system: string;
  readonly stateVersion: string | undefined;
  /** People with an account, or whose home it is. */
  readonly users: readonly string[];
  /** The files of the flake that it is evaluated from, relative to the top of the flake's source. */
  readonly files: readonly string[];
}

export interface HostProblem {
  /** Nix's words. */
  readonly problem: string;
  /** What they mean, if that is known. */
  readonly advice?: Advice;
  /** Whether it is something that Nivose cannot do, such as fetching an input. */
  readonly isLimit: boolean;
}

export function isProblem(facts: HostFacts | HostProblem): facts is HostProblem {
  return "problem" in facts;
}
