/** The names of hosts: of the configurations, and of what tools that deploy know. */

import type { EvaluatedFleet } from "./evaluated-fleet.ts";

export function hostNames({ hosts, outputs }: EvaluatedFleet): ReadonlySet<string> {
  const ofTools = [...outputs.values()].flatMap(({ deploy, colmena, colmenaHive }) => [
    ...(deploy ?? []),
    ...(colmena ?? []),
    ...(colmenaHive ?? []),
  ]);
  return new Set([...hosts.map(({ host }) => host.name), ...ofTools]);
}
