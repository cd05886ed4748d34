/** A spec that begins as that of a preset and becomes one's own: nobody of the preset's fleet is let into it. */

import type { FleetSpec } from "./fleet-spec.ts";

/**
 * For other hosts: without the people of the founding fleet, whose keys would open hosts that are not theirs, and without
 * its names and the words that tell of its hosts.
 */
export function forOtherHosts(spec: FleetSpec, founding: FleetSpec): FleetSpec {
  const { users, description, name, namespace, ...others } = spec;
  return {
    ...others,
    ...(name === undefined || name === founding.name ? {} : { name }),
    ...(namespace === undefined || namespace === founding.namespace ? {} : { namespace }),
    ...(users === undefined || users === founding.users ? {} : { users }),
    ...(description === undefined || description === founding.description ? {} : { description }),
  };
}

/** Without its operators, for whom secrets would be encrypted that nobody else could read. */
export function withoutOperators(spec: FleetSpec, founding: FleetSpec): FleetSpec {
  if (spec.secrets === undefined || spec.secrets !== founding.secrets) return spec;
  const { operators: _operators, ...others } = spec.secrets;
  return { ...spec, secrets: others };
}
