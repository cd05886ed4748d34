import { evaluationFlags, flakeFlags, paperFlags } from "../evaluation-flags.ts";
import type { Suggestion, Verb } from "../verb.ts";
import { workerFlags } from "../worker-flags.ts";

const ruleNames = async (): Promise<Suggestion[]> => {
  const { rules } = await import("../../check/rules/index.ts");
  const { families } = await import("../../check/rule.ts");
  return [
    ...families.map((word) => ({ word, brief: "a family of rules" })),
    ...rules.map(({ code: word, title }) => ({ word, brief: title })),
  ];
};

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
      "`nivose explain CODE` says what a rule is about; `docs/check.md` has everything else.",
  ],
  examples: [
    { command: "nivose check", does: "Checks the fleet here" },
    { command: "nivose check --source", does: "Looks at the sources only, and evaluates nothing" },
    { command: "nivose check --only options,unused-let", does: "Runs some rules, by family or by code" },
    { command: "nivose check --changed main", does: "Tells only what is new since a branch" },
    { command: "nivose check --fix --dry-run", does: "Shows as a patch what could be mended by itself" },
    { command: "nivose check --format sarif > check.sarif", does: "Writes a report for a forge" },
  ],
  flags: {
    flake: { kind: "text", brief: "The repository, or a flake in it", placeholder: "FOLDER", completes: "files" },
    source: { kind: "switch", brief: "Run only the rules that evaluate nothing" },
    only: { kind: "texts", brief: "Run only these rules or families", placeholder: "CODES", completes: ruleNames },
    skip: { kind: "texts", brief: "Leave out these rules or families", placeholder: "CODES", completes: ruleNames },
    class: {
      kind: "choice",
      brief: "The least sure that is told",
      placeholder: "CLASS",
      values: ["certain", "paper", "heuristic"],
    },
    changed: {
      kind: "text",
      brief: "Tell only what is new since a revision, by default since the last commit",
      placeholder: "[REV]",
      completes: "nothing",
      mayBeEmpty: true,
    },
    fix: { kind: "switch", brief: "Mend what can be mended by an edit" },
    dryRun: { kind: "switch", brief: "Show the edits of --fix as a patch, and change nothing" },
    allowDirty: { kind: "switch", brief: "Let --fix edit files with changes that are in no commit" },
    baseline: {
      kind: "text",
      brief: "Leave out the findings in this file; by default .nivose-baseline.json at the top",
      placeholder: "FILE",
      completes: "files",
    },
    writeBaseline: { kind: "switch", brief: "Write all findings to the baseline, to be left out from now on" },
    failOn: {
      kind: "choice",
      brief: "The least that makes the command fail; by default warning",
      placeholder: "LEVEL",
      values: ["error", "warning", "note"],
    },
    watch: { kind: "switch", brief: "Go on, and tell what comes and goes as files change" },
    pedantic: { kind: "switch", brief: "Run the rules of taste, too" },
    ...flakeFlags,
    ...paperFlags,
    ...workerFlags,
    ...evaluationFlags,
    format: {
      kind: "choice",
      brief: "How findings are printed; by default text",
      placeholder: "FORMAT",
      values: ["text", "json", "sarif", "github"],
    },
    json: { kind: "switch", brief: "Print JSON, as --format json does" },
  },
  takesNixSettings: true,
  ownFlags: ["--allow-dirty"],
  arguments: { placeholder: "", brief: "", least: 0, most: 0, completes: "nothing" },
  load: () => import("../run/check.ts"),
};
