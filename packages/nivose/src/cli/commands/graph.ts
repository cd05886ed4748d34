import { evaluationFlags, flakeFlags, paperFlags } from "../evaluation-flags.ts";
import type { Verb } from "../verb.ts";
import { workerFlags } from "../worker-flags.ts";

export const graph: Verb = {
  brief: "Show what leads to what: flakes, modules or hosts",
  description: [
    "`flakes` shows which flake of the repository takes which input, and which of them are flakes of the same repository. `modules` " +
      "shows which file leads to which, by the paths that they name: nothing is evaluated. `hosts` evaluates the hosts, and shows which " +
      "modules each imports, and through which others. Without a word it is `flakes` where there are several, and `modules` otherwise.",
    "Behind each name stands where it is imported, as file, line and column. What leads back to itself is marked `(cycle)`, and what nothing " +
      "leads to comes last. --from and --to leave only what lies on the ways between.",
    "`docs/graph.md` has the formats.",
  ],
  examples: [
    { command: "nivose graph modules", does: "Shows which file leads to which" },
    { command: "nivose graph hosts --to modules/ssh.nix", does: "Shows the ways by which hosts come to a module" },
    { command: "nivose graph flakes --format svg > flakes.svg", does: "Draws the flakes and what they take" },
  ],
  flags: {
    flake: { kind: "text", brief: "The repository, or a flake in it", placeholder: "FOLDER", completes: "files" },
    format: {
      kind: "choice",
      brief: "How it is printed; as a tree if left out",
      placeholder: "FORMAT",
      values: ["tree", "json", "dot", "mermaid", "svg"],
    },
    from: { kind: "text", brief: "Show only what this leads to", placeholder: "NAME", completes: "files" },
    to: { kind: "text", brief: "Show only what leads to this", placeholder: "NAME", completes: "files" },
    ...flakeFlags,
    ...paperFlags,
    ...workerFlags,
    ...evaluationFlags,
  },
  takesNixSettings: true,
  arguments: {
    placeholder: "WHAT",
    brief: "`flakes`, `modules` or `hosts`",
    least: 0,
    most: 1,
    completes: () => ["flakes", "modules", "hosts"].map((word) => ({ word })),
    words: ["flakes", "modules", "hosts"],
  },
  load: () => import("../run/graph.ts"),
};
