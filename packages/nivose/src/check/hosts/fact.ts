/**
 * Something that is asked of every host for a rule: an expression of Nix, by kind of host. In it are `config`, `options` and
 * `host`, also those of a host that defines options that are not there; `attempt`; and the words of
 * `fleet/questions/shared.ts`. All facts of all rules are one question, so that a host is evaluated once.
 */

import type { HostKind } from "../../fleet/host.ts";

export interface Fact<Value> {
  /** As it is named in the question, so in letters and digits. */
  readonly name: string;
  /** A host of a kind that is not there is not asked. The value becomes JSON. */
  readonly nix: Readonly<Partial<Record<HostKind, string>>>;
  /** What the answer is. Never called: it carries the type. */
  readonly value?: () => Value;
}

export function fact<Value>(name: string, nix: Fact<Value>["nix"]): Fact<Value> {
  return { name, nix };
}
