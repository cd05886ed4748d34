import { evaluationFlags, flakeFlags, paperFlags } from "../evaluation-flags.ts";
import type { Verb } from "../verb.ts";
import { workerFlags } from "../worker-flags.ts";

export const options: Verb = {
  brief: "Find options by name, with type, default, and what in the fleet sets them",
  description: [
    "Searches all options that the hosts of the fleet declare, also those of their own modules, of inputs, and of " +
      "submodules (`services.nginx.virtualHosts.<name>.root`). The words may be parts of the name (`ser.ngi.en`), letters of " +
      "it in their order, or stand in the description.",
    "On a terminal it opens a list to type in, with the option that is chosen told below it; Enter prints that one, Esc and " +
      "Ctrl-C print nothing.",
    "What sets an option is found in the texts of the fleet's modules. Where no host can be evaluated, such as for want of " +
      "inputs, the options of NixOS, Home Manager and nix-darwin themselves are searched, and one line says so.",
  ],
  examples: [
    { command: "nivose options openssh port", does: "Finds options by words" },
    { command: "nivose options ser.ngi.en", does: "Finds an option by the beginnings of its parts" },
    { command: "nivose options --host luna --json firewall", does: "Searches those of one host, as JSON" },
  ],
  flags: {
    host: {
      kind: "text",
      brief: "Search the options of this host only",
      placeholder: "NAME",
      completes: async (context) => (await import("../host-names.ts")).hostNames(context),
    },
    limit: {
      kind: "text",
      brief: "How many to print at most; 20 if left out",
      placeholder: "NUMBER",
      completes: "nothing",
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
    placeholder: "WORD",
    brief: "What to look for; all options if left out",
    least: 0,
    most: Infinity,
    completes: async (context, partial) =>
      partial.includes(".") ? (await import("../option-names.ts")).optionNames(context) : [],
  },
  load: () => import("../run/options.ts"),
};
