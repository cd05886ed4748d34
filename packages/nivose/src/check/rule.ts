/**
 * What a rule is: its words, what it reads, and a function from that to findings. A rule is one file in `rules/`, named by
 * its code; its page in `docs/rules/` is made from its words, and the tests run the examples in them.
 */

import type { Class, Found, Level } from "./finding.ts";
import type { Fact } from "./hosts/fact.ts";
import type { EvaluatedFleet } from "./hosts/evaluated-fleet.ts";
import type { Repository } from "./source/repository.ts";
import type { JudgedSuppression } from "./suppressions.ts";
import type { SourceFile } from "./source/source-file.ts";

export type Rule = FileRule | RepositoryRule | HostsRule | SuppressionsRule;

/** Looks at one file, and its answer depends on nothing else: it is kept as long as the file is the same. */
export interface FileRule extends RuleWords {
  readonly reads: "file";
  readonly check: (file: SourceFile) => Iterable<Found>;
}

/** Looks at all files of the repository, without evaluating anything. */
export interface RepositoryRule extends RuleWords {
  readonly reads: "repository";
  readonly check: (repository: Repository) => Iterable<Found>;
}

/** Looks at what the hosts are when they are evaluated, with the locked inputs or on paper. */
export interface HostsRule extends RuleWords {
  readonly reads: "hosts";
  /** What has to be asked of the hosts for it, besides their records. */
  readonly needs: readonly Fact<unknown>[];
  readonly check: (fleet: EvaluatedFleet) => Iterable<Found>;
}

/** Looks at the comments that keep findings from being told, after all others have run. */
export interface SuppressionsRule extends RuleWords {
  readonly reads: "suppressions";
  readonly check: (suppressions: readonly JudgedSuppression[]) => Iterable<Found>;
}

export const families = ["syntax", "names", "options", "modules", "fleet", "services", "safety"] as const;

export type Family = (typeof families)[number];

export interface RuleWords {
  /** Stable: suppressions, baselines and configurations name it. */
  readonly code: string;
  readonly family: Family;
  readonly level: Level;
  /** The surest that its findings can be. Of what is evaluated, the way of evaluating may lower it. */
  readonly class: Class;
  /** Whether it is asked for by `--pedantic` only. */
  readonly isPedantic?: boolean;
  /** The heading of its page. */
  readonly title: string;
  /** The body of its page: what it means, why it matters, what to do, and what the rule leaves alone. */
  readonly explain: string;
  /** A fleet with the finding, and the same without it. */
  readonly example: { readonly bad: Example; readonly good: Example };
}

/**
 * Files by their names. A text alone is `machine.nix`, a module of the only host of a fleet; without a `flake.nix` there is one
 * that makes this host. See `tests/check/example-fleet.ts`.
 */
export type Example = string | Readonly<Record<string, string>>;
