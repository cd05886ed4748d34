/** A spec under another name. */

import type { FleetSpec } from "./fleet-spec.ts";

/**
 * What a founding spec says of its own package is of no use to a package of another name: that one begins as a program of
 * its own. A spec that says something of its package itself keeps it.
 */
export function renamed(spec: FleetSpec, name: string, founding: FleetSpec): FleetSpec {
  const isAnother = name !== founding.name && spec.package !== undefined && spec.package === founding.package;
  if (!isAnother) return { ...spec, name };
  const { package: _package, description: _description, ...others } = spec;
  return { ...others, name };
}
