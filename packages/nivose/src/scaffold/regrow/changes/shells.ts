/** Development shells that a preset knows, by their names. */

import { nobody } from "./hosts.ts";
import type { FleetChange } from "../regrow.ts";

export function shellAdded(name: string): FleetChange {
  return {
    title: `Add shell ${name}`,
    change: (fleet) => (fleet.shells.includes(name) ? fleet : { ...fleet, shells: [...fleet.shells, name] }),
    next: [{ command: `nix develop .#${name}`, does: "enters it" }],
  };
}

export function shellRemoved(name: string): FleetChange {
  return {
    title: `Remove shell ${name}`,
    deletes: true,
    change: (fleet) =>
      fleet.shells.includes(name)
        ? { ...fleet, shells: fleet.shells.filter((each) => each !== name) }
        : nobody("shell", name, fleet.shells),
  };
}
