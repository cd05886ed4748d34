/** Modules that no host imports, and that nothing else in the repository names either. */

import { isWhollyKnown, evaluatedFiles, surenessOfAll } from "../modules/whole-fleet.ts";
import { isInMark } from "../modules/marked-imports.ts";
import { isMentioned } from "../modules/mentions.ts";
import type { Class, Found } from "../finding.ts";
import type { EvaluatedFleet } from "../hosts/evaluated-fleet.ts";
import type { HostsRule } from "../rule.ts";
import { type FileReference, type ImportGraph, importGraph } from "../source/imports.ts";
import { shapeOf } from "../source/module-shape.ts";
import type { SourceFile } from "../source/source-file.ts";

export const rule: HostsRule = {
  code: "unused-module",
  family: "modules",
  level: "warning",
  class: "certain",
  reads: "hosts",
  needs: [],
  title: "A module that no host imports",
  explain:
    "The file is a module, no host of the fleet is evaluated from it, and no path in another file leads to it: not from the " +
    "outputs of a flake such as `nixosModules`, `checks` or `templates`, nor from a folder that is read as a whole. What it " +
    "says has no effect, and whoever reads it believes that it has. Import it where it belongs, or remove it; Git keeps it.\n\n" +
    "A module that is imported behind a condition, such as `lib.optional`, is told if the condition holds on no host; that may " +
    "be on purpose, and is `heuristic`. Left alone are files that another text of the repository names, such as a script " +
    "or a workflow, and what is in a folder whose name says that it is put away, such as `archive` or `_old`. While " +
    "a host cannot be evaluated, only what nothing names at all is told, as `heuristic`.",
  example: {
    bad: { "machine.nix": "{ }\n", "web.nix": "{ config, ... }:\n{\n  services.nginx.enable = true;\n}\n" },
    good: {
      "machine.nix": "{\n  imports = [ ./web.nix ];\n}\n",
      "web.nix": "{ config, ... }:\n{\n  services.nginx.enable = true;\n}\n",
    },
  },
  *check(fleet) {
    const graph = importGraph(fleet.repository);
    const evaluated = evaluatedFiles(fleet);
    const isKnown = isWhollyKnown(fleet);
    if (!isKnown && !isWiredByPaths(fleet, graph)) return;
    const candidates = [...fleet.repository.files.values()].filter(
      (file) => isModule(file) && !evaluated.has(file.name) && !isPutAway(file.name),
    );
    const names = new Set(candidates.map(({ name }) => name));
    const starts = [...fleet.repository.files.keys()].filter((name) => !names.has(name));
    const reached = graph.reach(starts);
    const isOff = (reference: FileReference): boolean => reference.kind === "imports" && reference.isConditional;
    const surelyReached = graph.reach(starts, (reference) => !isOff(reference));
    const unused = candidates.filter(({ name }) => !reached.has(name) && !isMentioned(name, fleet.repository));
    yield* ofNobody(unused, graph, isKnown ? surenessOfAll(fleet) : "heuristic");
    if (!isKnown) return;
    for (const { name } of candidates) {
      if (!reached.has(name) || surelyReached.has(name)) continue;
      const by = graph.to(name).find((reference) => isOff(reference) && evaluated.has(reference.from));
      if (by !== undefined && !isInMark(fleet.repository.files.get(by.from)!, by.range)) yield ofNoCondition(name, by);
    }
  },
};

/** Only those that nothing leads to: what only they lead to is told with them. */
function* ofNobody(unused: readonly SourceFile[], graph: ImportGraph, sureness: Class): Generator<Found> {
  const names = new Set(unused.map(({ name }) => name));
  const tops = unused.filter(({ name }) => !graph.to(name).some(({ from }) => from !== name && names.has(from)));
  for (const { name } of tops) {
    const others = [...graph.reach([name])].filter((other) => other !== name && names.has(other));
    yield {
      text: `no host imports this module${others.length === 0 ? "" : `, nor ${listed(others)}, which only it leads to`}`,
      at: { file: name },
      hint: "import it where it belongs, or remove the file",
      class: sureness,
    };
  }
}

function ofNoCondition(name: string, { from, range }: FileReference): Found {
  return {
    text: "no host imports this module: what its import depends on holds on none of them",
    at: { file: name },
    related: [{ text: "it would be imported here", at: { file: from, range } }],
    hint: "remove it if no host is to have it any more",
    class: "heuristic",
  };
}

function isModule(file: SourceFile): boolean {
  const { shape, isSure } = shapeOf(file);
  return shape === "module" && isSure;
}

/** Whether its owner has put it away knowingly. */
function isPutAway(name: string): boolean {
  return /(?:^|\/)(?:_[^/]*|\.[^/]*|archived?|old|legacy|attic|deprecated|unused|disabled|templates?|examples?)\//iu.test(
    name,
  );
}

/** Whether paths lead to nearly all modules: otherwise they are found in a way that is not to be seen in the sources. */
function isWiredByPaths({ repository, hosts }: EvaluatedFleet, graph: ImportGraph): boolean {
  if (hosts.length === 0) return false;
  const reached = graph.reach(repository.flakes.map(({ file }) => file.name));
  const modules = [...repository.files.values()].filter(isModule);
  return modules.filter(({ name }) => reached.has(name)).length >= MOST * modules.length;
}

const MOST = 0.9;

function listed(names: readonly string[]): string {
  return names.length > 2 ? `${names.length} others` : names.join(" and ");
}
