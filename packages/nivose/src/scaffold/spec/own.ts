/** A spec that begins as that of a preset and becomes one's own: nobody of the preset's fleet is let into it. */

import type { FleetSpec } from "./fleet-spec.ts";

/** Without the people of the founding fleet, whose keys would open hosts that are not theirs. */
export function withoutUsers(spec: FleetSpec, founding: FleetSpec): FleetSpec {
  if (spec.users === undefined || spec.users !== founding.users) return spec;
  const { users: _users, ...others } = spec;
  return others;
}

/** Without its operators, for whom secrets would be encrypted that nobody else could read. */
export function withoutOperators(spec: FleetSpec, founding: FleetSpec): FleetSpec {
  if (spec.secrets === undefined || spec.secrets !== founding.secrets) return spec;
  const { operators: _operators, ...others } = spec.secrets;
  return { ...spec, secrets: others };
}
