/** What the module system says of a module that names its class. */

import type { HostProblem } from "../../fleet/host.ts";

export interface ClassMismatch {
  readonly file: string;
  /** `nixos`, `darwin`, `homeManager`. */
  readonly own: string;
  readonly into: string;
}

export function classMismatch({ problem }: HostProblem): ClassMismatch | undefined {
  const [, file, into, own] = /The module (.+?) was imported into (\w+) instead of (\w+)\./u.exec(problem) ?? [];
  return file === undefined || into === undefined || own === undefined ? undefined : { file, own, into };
}
