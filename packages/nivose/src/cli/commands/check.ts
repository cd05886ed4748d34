import { evaluationFlags, flakeFlags, paperFlags } from "../evaluation-flags.ts";
import type { Verb } from "../verb.ts";
import { workerFlags } from "../worker-flags.ts";

export const check: Verb = {
  brief: "Find what is wrong in a fleet before it is deployed",
  description: [
    "Reads all Nix files of the repository and evaluates its hosts, and tells everything that is wrong at once: options that are " +
      "not there, modules that nobody imports, ports that two services want, a firewall that locks you out. One mistake " +
      "hides no other.",
    "Each finding says how far it can be relied on. `certain` follows from the sources, or from an evaluation with the " +
      "locked inputs; `paper`, from the declarations of options that Nivose has, because inputs are not on this machine; " +
      "`heuristic` is a pattern that is worth a look.",
    "A comment `# nivose allow CODE: reason` keeps a finding on its line, or on the next one, from being told. " +
      "`docs/check.md` has the rest, and `docs/rules` a page for each rule.",
  ],
  examples: [
    { command: "nivose check", does: "Checks the fleet here" },
    { command: "nivose check --source", does: "Looks at the sources only, and evaluates nothing" },
    { command: "nivose check --only options,unused-let", does: "Runs some rules, by family or by code" },
  ],
  flags: {
    flake: { kind: "text", brief: "The repository, or a flake in it", placeholder: "FOLDER", completes: "files" },
    source: { kind: "switch", brief: "Run only the rules that evaluate nothing" },
    only: { kind: "texts", brief: "Run only these rules or families", placeholder: "CODES", completes: "nothing" },
    skip: { kind: "texts", brief: "Leave out these rules or families", placeholder: "CODES", completes: "nothing" },
    class: {
      kind: "choice",
      brief: "The least sure that is told",
      placeholder: "CLASS",
      values: ["certain", "paper", "heuristic"],
    },
    pedantic: { kind: "switch", brief: "Run the rules of taste, too" },
    ...flakeFlags,
    ...paperFlags,
    ...workerFlags,
    ...evaluationFlags,
    json: { kind: "switch", brief: "Print JSON" },
  },
  takesNixSettings: true,
  arguments: { placeholder: "", brief: "", least: 0, most: 0, completes: "nothing" },
  load: () => import("../run/check.ts"),
};
