/** What a host is: one configuration of a flake. */

import type { HostDetails } from "./details.ts";
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
  /** What tools that deploy are told of it. */
  readonly targets: readonly Target[];
}

/** A fact that cannot be had is `undefined`, and {@link unknown} says why. */
export interface HostFacts {
  readonly system: string | undefined;
  readonly stateVersion: string | undefined;
  /** People with an account, or whose home it is. */
  readonly users: readonly string[] | undefined;
  /** The files of the flake that it is evaluated from, relative to the top of the flake's source. */
  readonly files: readonly string[];
  /** Why facts cannot be had, by their names. */
  readonly unknown: Readonly<Record<string, string>>;
  /** If they were asked for. */
  readonly details?: HostDetails;
  readonly becomes?: HostSystem | HostProblem;
}

export interface HostSystem {
  /** The path of the derivation in the store. */
  readonly derivation: string;
  /**
   * The options whose values were read, in no particular order: a line each, the names of its path with tabs between them.
   * There are ten thousand of them in a system, and hardly anybody asks. Empty if the module system was not seen at work.
   */
  readonly reads: string;
}

export interface HostProblem {
  /** Nix's words. */
  readonly problem: string;
  /** What they mean, if that is known. */
  readonly advice?: Advice;
  /** Whether it is something that Nivose cannot do, such as fetching an input. */
  readonly isLimit: boolean;
  /** If it was found on paper. */
  readonly class?: PaperClass;
}

/**
 * How far what was found on paper can be relied on: `heuristic` where the fleet is locked to another release than that whose
 * options and packages paper has.
 */
export type PaperClass = "paper" | "heuristic";

/** A machine as a tool that deploys knows it. */
export interface Target {
  /** Of the node, which usually is that of a host. */
  readonly name: string;
  readonly tool: "deploy-rs" | "colmena";
  readonly flake: string;
  /** `deploy.nodes.luna` */
  readonly attribute: string;
  /** Whether it is what the evaluated configuration says, or only what stands at the top of its modules. */
  readonly isEvaluated: boolean;
  readonly address: string | undefined;
  readonly port: number | undefined;
  /** Who logs in. */
  readonly user: string | undefined;
  readonly tags: readonly string[];
  /** Profiles of deploy-rs, and whose they are. */
  readonly profiles: readonly { readonly name: string; readonly user: string | undefined }[];
}

/** As it is kept: a question may have answered it with more. */
export function problemOf({ problem, isLimit, advice, class: sureness }: HostProblem): HostProblem {
  return {
    problem,
    isLimit,
    ...(advice === undefined ? {} : { advice }),
    ...(sureness === undefined ? {} : { class: sureness }),
  };
}

export function isProblem(facts: HostFacts | HostProblem): facts is HostProblem {
  return "problem" in facts;
}

/** A name as an attribute path has it. */
export function attributeName(name: string): string {
  return /^[a-zA-Z_][a-zA-Z0-9_-]*$/u.test(name) ? name : `"${name}"`;
}
