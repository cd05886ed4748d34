import { evaluationFlags, flakeFlags, paperFlags } from "../evaluation-flags.ts";
import type { Verb } from "../verb.ts";
import { workerFlags } from "../worker-flags.ts";

export const why: Verb = {
  brief: "Say why an option has its value: every definition, where it stands, and which of them counts",
  description: [
    "Evaluates the host and tells the value of the option, its type and its default, and every definition of it: the line, " +
      "the text, its priority (`mkForce`, `mkDefault`, …), the conditions around it and whether they hold, and for those " +
      "that do not count what they lose to. Definitions that count come first, in the order in which they are merged.",
    'The option may also lie within another: `services.nginx.virtualHosts."example.org".root`.',
    "Instead of an option it may be a file of the machine: `/etc/nginx/nginx.conf`, a unit in `/etc/systemd/system`, a file in " +
      "a home that Home Manager writes. The option that makes it is named and explained.",
    "Without a host it tells the value on every host of the fleet, grouped by equal values. A host that cannot be evaluated " +
      "is named with the reason.",
    "`certain` means that the data of the host's own module system says so; `heuristic`, that another reading is possible, " +
      "and a note says why; `paper`, that inputs were missing, and what nixpkgs itself defines was not looked at. " +
      "`docs/why.md` has the rules, and the members of the JSON.",
  ],
  examples: [
    { command: "nivose why luna services.nginx.enable", does: "Explains an option of one host" },
    { command: "nivose why time.timeZone", does: "Compares an option on all hosts" },
    { command: "nivose why luna /etc/hosts", does: "Says which option makes a file, and why it has its value" },
    { command: "nivose why --json luna networking.firewall.allowedTCPPorts", does: "Prints JSON" },
  ],
  flags: {
    flake: { kind: "text", brief: "The repository, or a flake in it", placeholder: "FOLDER", completes: "files" },
    ...flakeFlags,
    ...paperFlags,
    ...workerFlags,
    ...evaluationFlags,
    json: { kind: "switch", brief: "Print JSON" },
  },
  takesNixSettings: true,
  arguments: {
    placeholder: "[HOST] OPTION",
    brief: "The host, all if left out, and the path of the option, or of a file on the machine",
    least: 1,
    most: 2,
    completes: async (context, partial) => {
      // a dot is in no name of a host that is only begun, and in every name of an option that is worth completing
      if (partial.includes(".")) return (await import("../option-names.ts")).optionNames(context);
      return (await import("../host-names.ts")).hostNames(context);
    },
  },
  load: () => import("../run/why.ts"),
};
