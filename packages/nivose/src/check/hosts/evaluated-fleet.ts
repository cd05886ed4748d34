/** The hosts of a fleet as their evaluation has them: what the evaluated rules look at. */

import type { HostRecord } from "../../explain/host-record.ts";
import type { FoundHost } from "../../fleet/discover.ts";
import type { HostData } from "../../fleet/data/fleet-data.ts";
import type { HostProblem, Target } from "../../fleet/host.ts";
import type { LocalFile } from "../../fleet/local-files.ts";
import type { OutputNames } from "../../fleet/questions/outputs.ts";
import type { Class } from "../finding.ts";
import type { Repository } from "../source/repository.ts";
import type { Fact } from "./fact.ts";
import type { UndeclaredDefinition } from "./undeclared.ts";

export interface EvaluatedFleet {
  readonly repository: Repository;
  /** Of all hosts, also of those that were not evaluated. */
  readonly names: readonly string[];
  readonly hosts: readonly EvaluatedHost[];
  /** Flakes and outputs of which nothing could be had: whether a host exists that is not known. */
  readonly broken: readonly { readonly flake: string; readonly output?: string; readonly problem: HostProblem }[];
  /** What each flake has, by its folder. */
  readonly outputs: ReadonlyMap<string, OutputNames>;
  /** The names of the checks that each flake has, by its folder; none of those that cannot be had. */
  readonly checks: ReadonlyMap<string, ReadonlySet<string>>;
  /** What it was before the change that is looked at, if only that is. */
  readonly before?: EvaluatedFleet;
}

export interface EvaluatedHost {
  readonly host: FoundHost;
  /** What tools that deploy are told of it. */
  readonly targets: readonly Target[];
  /** What a `fleet.nix` that is written out says of it. */
  readonly data: HostData | undefined;
  /** That of what is known of its options. */
  readonly class: Class;
  /** That of all inputs of its flake, also of those that it has nothing but packages from. */
  readonly inputsClass: Class;
  /** Whether inputs of it are taken from paper, so that nothing is known of what nixpkgs itself defines. */
  readonly isOnPaper: boolean;
  /** Why nothing is known of it; then there is no record, and no fact. */
  readonly problem: HostProblem | undefined;
  /** Why its system cannot be evaluated, though its options are known. Not if an assertion says so. */
  readonly systemProblem?: HostProblem;
  /** All options that the fleet's own files define, and which module imports which. */
  readonly record: HostRecord | undefined;
  /** Definitions of options that are not declared. */
  readonly undeclared: readonly UndeclaredDefinition[];
  /** Nothing if it is not known; {@link reason} says why. */
  readonly fact: <Value>(fact: Fact<Value>) => Value | undefined;
  readonly reason: (fact: Fact<unknown>) => string | undefined;
  /** The files of the repository that it was evaluated from. */
  readonly files: ReadonlySet<string>;
  /** A file as the evaluation names it. */
  readonly local: (file: string) => LocalFile;
}
