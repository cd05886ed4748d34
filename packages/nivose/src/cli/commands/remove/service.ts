import type { Verb } from "../../verb.ts";
import { catalogueName, evaluatedGrowFlags, onHost } from "../add/on-host.ts";
import { partNames } from "../add/part-names.ts";

export const removeService: Verb = {
  brief: "Turn off a service on a host, and take away what was written for it",
  description: [
    "Takes away what 'nivose add service' writes: the name in the fleet's list, the settings in the host's files, the file of its own, and " +
      "what the firewall and the backup say of it. What other hosts or services use stays, such as a module, a port or a folder in the backup, " +
      "and so does what somebody has put into its file besides. Its state on the machine stays, too.",
    "The host is evaluated without it before anything is written. A service that others on the host cannot do without is not removed, and it " +
      "is told which they are.",
  ],
  examples: [
    { command: "nivose remove service grafana --on luna", does: "Turns a service off" },
    { command: "nivose remove service grafana --on luna --dry-run", does: "Shows what would be taken away" },
  ],
  flags: {
    on: onHost,
    ...evaluatedGrowFlags,
  },
  takesNixSettings: true,
  ownFlags: ["--allow-dirty"],
  arguments: { ...catalogueName, completes: partNames("running") },
  load: () => import("../../run/remove/service.ts"),
};
