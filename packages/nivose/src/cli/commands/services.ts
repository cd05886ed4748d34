import { evaluationFlags, flakeFlags, paperFlags } from "../evaluation-flags.ts";
import type { Verb } from "../verb.ts";
import { workerFlags } from "../worker-flags.ts";

export const services: Verb = {
  brief: "Show the services that can be added, and those that run in a fleet",
  description: [
    "Lists the services of the catalogue: what each is for, which hosts of the fleet here run it, and on which ports. Words " +
      "search: a list of those that have all of them in what is said of them.",
    "Of services that are named it tells more: ports and who has to reach them, what it needs and what it offers to others, where " +
      "its state is and whether a backup has it, how to see that it works, and which secrets it takes. On each host that runs it, the " +
      "ports are those that the host's own settings say, and its needs are met by what runs there.",
    "Hosts are evaluated as `nivose check` does it. Without a flake, the catalogue alone is shown.",
  ],
  examples: [
    { command: "nivose services", does: "Lists all services, and where they run" },
    { command: "nivose services dns", does: "Searches" },
    { command: "nivose services caddy", does: "Tells all of one service" },
    { command: "nivose services --running", does: "Lists what runs in the fleet" },
    { command: "nivose services --json", does: "Prints everything as JSON" },
  ],
  flags: {
    running: { kind: "switch", brief: "Only those that run in the fleet" },
    on: {
      kind: "texts",
      brief: "Only those of this host",
      placeholder: "HOST",
      completes: async (context) => (await import("../host-names.ts")).hostNames(context),
    },
    flake: { kind: "text", brief: "The repository, or a flake in it", placeholder: "FOLDER", completes: "files" },
    ...flakeFlags,
    ...paperFlags,
    ...workerFlags,
    ...evaluationFlags,
    json: { kind: "switch", brief: "Print JSON" },
  },
  takesNixSettings: true,
  arguments: {
    placeholder: "NAME",
    brief: "Services to tell of, or words to search for; all if left out",
    least: 0,
    most: Infinity,
    completes: async () => (await import("../service-names.ts")).serviceNames(),
  },
  load: () => import("../run/services.ts"),
};
