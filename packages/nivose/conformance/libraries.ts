/**
 * Whether the module systems of many libraries can be observed alike: which module imports which, what is renamed, where the
 * definitions of options stand, and what the elements of a list come from.
 *
 *     node scripts/run.js packages/nivose/conformance/libraries.ts FOLDER…
 *
 * Each FOLDER has a `lib` of nixpkgs, such as a revision of `nix-community/nixpkgs.lib`. `libraries/host.nix` is evaluated
 * with each of them, and has to give the same. A library that tells its module graph itself has to tell the one observed.
 */

import { readFileSync } from "node:fs";
import path from "node:path";
import { EvaluationSession } from "@nivose/nix/engine";
import type { WatchedFunctions } from "@nivose/nix/evaluation";
import type { OptionAnswer } from "../src/explain/answer.ts";
import { explain } from "../src/explain/explanation.ts";
import { nixPath } from "../src/explain/nix-text.ts";
import { optionQuestionFunction, watchedFunctions } from "../src/explain/question.ts";
import type { ReadFile } from "../src/explain/read-file.ts";
import { modulesQuestion, type OptionRename, watchedForModules } from "../src/fleet/ask-modules.ts";
import { importersOf, type ModuleGraph } from "../src/fleet/module-graph.ts";

const folder = path.join(import.meta.dirname, "libraries");
const files = ["options.nix", "made.nix", "deeper.nix", "disabled.nix"];
const paths = [["new"], ["port"], ["sub", "q", "x"], ["sub", "z", "x"]];
const read: ReadFile = (file) => {
  const isOwn = file.startsWith(`${folder}/`);
  return { name: path.basename(file), isOwn, ...(isOwn ? { source: readFileSync(file) } : {}) };
};

/** In the order in which definitions are merged. */
const expected = {
  importers: { "options.nix": [], "made.nix": ["options.nix"], "deeper.nix": ["made.nix", "options.nix"] },
  renames: ["gone to port, set", "old to new, set"],
  places: {
    new: ["made.nix:12:3", "deeper.nix:4:3", "options.nix", "host.nix:9:9"],
    port: ["options.nix"],
    "sub.q.x": ["made.nix:3:20"],
    "sub.z.x": ["host.nix:10:9"],
  },
  elements: [`"b" made.nix:12:24`, `"c" deeper.nix:4:11`, `"from-old"`, `"inline" host.nix:9:29`],
};

const session = new EvaluationSession();
try {
  for (const library of process.argv.slice(2)) {
    const { lists, renames, graph } = (await ask(
      library,
      `inspection: host: (${modulesQuestion}) inspection host // { graph = if host ? graph then builtins.deepSeq host.graph host.graph else null; }`,
      watchedForModules,
    )) as ModuleGraph & { renames: readonly OptionRename[]; graph: readonly TellingModule[] | null };
    const answers = (await ask(
      library,
      `inspection: host: map (${optionQuestionFunction} inspection host) [ ${paths.map(nixPath).join(" ")} ]`,
      watchedFunctions,
    )) as OptionAnswer[];
    const found = { importers: importersIn({ lists }), renames: renames.map(renameText), ...explained(answers) };
    const isAlike = JSON.stringify(found) === JSON.stringify(expected);
    const isTold = graph === null || JSON.stringify(edgesTold(graph)) === JSON.stringify(edgesIn({ lists }));
    const own = graph === null ? "" : isTold ? ", and is its own graph" : ", but is NOT its own graph";
    process.stdout.write(`${isAlike ? "alike" : "DIFFERENT"}  ${library}${own}\n`);
    if (!isAlike) process.stdout.write(`${JSON.stringify(found, undefined, 2)}\n`);
    if (!isAlike || !isTold) process.exitCode = 1;
  }
} finally {
  await session.end();
}

/** A module as newer libraries tell it. */
interface TellingModule {
  readonly key: string;
  readonly file: string;
  readonly disabled: boolean;
  readonly imports: readonly TellingModule[];
}

function importersIn(graph: ModuleGraph): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    files.flatMap((file) => {
      const importers = importersOf(graph, path.join(folder, file));
      return importers === undefined
        ? []
        : [[file, importers.filter((each) => each.startsWith("/")).map((each) => path.basename(each))]];
    }),
  );
}

function renameText({ from, to, isSet }: OptionRename): string {
  return `${from.join(".")} to ${to.join(".")}${isSet ? ", set" : ""}`;
}

function explained(answers: readonly OptionAnswer[]) {
  const explanations = answers.map((answer, index) => explain(paths[index]!, answer, read));
  const places = explanations.map(({ path: option, definitions }) => [
    option.join("."),
    definitions
      .filter(({ fate }) => fate.kind === "wins")
      .map(({ file, places: [place] }) => (place === undefined ? file : `${file}:${place.line}:${place.column}`)),
  ]);
  const elements = (explanations[0]!.elements ?? []).map(({ value, place }) =>
    place === undefined ? value : `${value} ${place.file}:${place.line}:${place.column}`,
  );
  return { places: Object.fromEntries(places) as object, elements };
}

function edgesTold(modules: readonly TellingModule[]): string[] {
  const edges = (module: TellingModule): string[] => [
    `${module.key} ${module.file} ${module.disabled}`,
    ...module.imports.flatMap((inner) => [`${module.key} > ${inner.key}`, ...edges(inner)]),
  ];
  return [...new Set(modules.flatMap(edges))].toSorted();
}

function edgesIn({ lists: [list] }: ModuleGraph): string[] {
  const { modules } = list!;
  const keyOf = (number: number): string => modules[number]!.key ?? modules[number]!.file;
  return modules
    .flatMap(({ file, imports, isDisabled }, number) =>
      // that of the module system itself
      keyOf(number) === "lib/modules.nix"
        ? []
        : [`${keyOf(number)} ${file} ${isDisabled}`, ...imports.map((inner) => `${keyOf(number)} > ${keyOf(inner)}`)],
    )
    .toSorted();
}

async function ask(library: string, apply: string, watch: WatchedFunctions): Promise<unknown> {
  const text = `import ${folder}/host.nix { lib = import ${path.resolve(library)}/lib; }`;
  const reply = await session.evaluate({
    expression: { kind: "text", text: Buffer.from(text), name: "host", folder },
    selections: [""],
    args: [],
    output: "json",
    strict: true,
    location: false,
    apply: Buffer.from(apply),
    watch,
    settings: {},
  });
  if (!reply.ok) throw new Error(`${library}: ${reply.failure.text}`);
  return JSON.parse(Buffer.from(reply.output, "latin1").toString());
}
