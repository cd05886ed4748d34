/** Finds arguments of modules that nobody passes. */

import { didYouMean, namesSpelledLike } from "../../advice/names.ts";
import type { Found } from "../finding.ts";
import type { EvaluatedFleet, EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import { moduleArguments } from "../hosts/facts/module-arguments.ts";
import { moduleFunctions } from "../modules/module-functions.ts";
import { argumentsFromElsewhere } from "../modules/passed-arguments.ts";
import { placesOfCalls, specialArgsOf } from "../modules/special-args.ts";
import { unpassedImports } from "../modules/unpassed-imports.ts";
import type { HostsRule } from "../rule.ts";
import { importGraph } from "../source/imports.ts";
import type { SourceFile } from "../source/source-file.ts";

export const rule: HostsRule = {
  code: "argument-not-provided",
  family: "names",
  level: "error",
  class: "certain",
  reads: "hosts",
  needs: [moduleArguments],
  title: "An argument that no module gets",
  explain:
    "A module asks for an argument that is neither one of those that all modules get (`config`, `lib`, `pkgs`, …), nor in `specialArgs`, nor " +
    "in `_module.args` of the host that imports it. As soon as the value is needed, Nix says `attribute '…' missing` and names a file of " +
    "nixpkgs. Inputs of a flake are no arguments by themselves. Arguments with a default, and those that the module does not use, " +
    "are left alone. Of hosts that cannot be evaluated the sources are asked, and the finding is heuristic.",
  example: {
    bad: "{ lib, site, ... }:\n{\n  networking.domain = lib.mkIf (site != null) site;\n}\n",
    good: '{ lib, ... }:\n{\n  networking.domain = lib.mkDefault "example.org";\n}\n',
  },
  *check(fleet) {
    for (const host of fleet.hosts) yield* unprovidedTo(host, fleet);
    if (fleet.hosts.some(({ problem }) => problem !== undefined)) yield* unprovidedBySource(fleet);
  },
};

function* unprovidedTo(each: EvaluatedHost, { repository }: EvaluatedFleet): Generator<Found> {
  const passed = each.fact(moduleArguments);
  if (passed === undefined || each.record === undefined) return;
  const usual = each.isOnPaper ? argumentsFromElsewhere(repository) : new Set<string>();
  if (usual === undefined) return;
  for (const { at, modules } of each.record.modules.graph.lists) {
    const here = passed.filter((list) => list.at.join(".") === at.join("."));
    if (here.length === 0 || here.some(({ isOpen }) => isOpen)) continue;
    const names = new Set([...here.flatMap((list) => list.names), ...usual]);
    for (const { key, file, isDisabled } of modules) {
      // what is written in its place, or made by a function, is not the file
      if (isDisabled || key !== undefined) continue;
      const { name, isOwn } = each.local(file);
      const source = isOwn ? repository.files.get(name) : undefined;
      const isHome = at[0] === "home-manager";
      const related = isHome ? [] : placesOfCalls(specialArgsOf(repository), each.host.kind);
      if (source !== undefined) for (const found of askedFor(source, names, isHome, each)) yield { ...found, related };
    }
  }
}

function* askedFor(
  file: SourceFile,
  names: ReadonlySet<string>,
  isHome: boolean,
  { host, class: sureness }: EvaluatedHost,
): Generator<Found> {
  const { tree } = file;
  if (!tree.ok) return;
  for (const { isFile, required } of moduleFunctions(file)) {
    if (!isFile) continue;
    for (const [name, token] of required) {
      if (names.has(name) || file.usesOf(tree.firstToken(token)) === undefined) continue;
      const near = namesSpelledLike(name, [...names]);
      const where = isHome && host.kind !== "home" ? "home-manager.extraSpecialArgs" : argumentOf(host.kind);
      yield {
        text: `the module asks for an argument '${name}', which nobody passes`,
        at: file.at(token),
        hint: didYouMean(near) ?? `pass it where the host is made: ${where} = { inherit ${name}; };`,
        hosts: [host.name],
        class: sureness,
      };
    }
  }
}

function argumentOf(kind: EvaluatedHost["host"]["kind"]): string {
  return kind === "home" ? "extraSpecialArgs" : "specialArgs";
}

/** For hosts that give nothing: what no file of the repository passes, if all that is passed is written out. */
function* unprovidedBySource({ repository, hosts }: EvaluatedFleet): Generator<Found> {
  const elsewhere = argumentsFromElsewhere(repository);
  const { names, isComplete, calls } = specialArgsOf(repository);
  if (elsewhere === undefined || !isComplete || calls.length === 0) return;
  const seen = new Set(hosts.flatMap(({ files }) => [...files]));
  const told = new Set(unpassedImports(repository).map(({ file, name }) => `${file.name}\0${name}`));
  for (const name of importGraph(repository).modules) {
    const file = repository.files.get(name)!;
    if (seen.has(name) || !file.tree.ok) continue;
    for (const { isFile, required } of moduleFunctions(file)) {
      if (!isFile) continue;
      for (const [argument, token] of required) {
        if (names.has(argument) || elsewhere.has(argument) || told.has(`${name}\0${argument}`)) continue;
        if (file.usesOf(file.tree.firstToken(token)) === undefined) continue;
        yield {
          text: `the module asks for an argument '${argument}', which nobody passes`,
          at: file.at(token),
          hint: `pass it where the host is made: specialArgs = { inherit ${argument}; };`,
          related: placesOfCalls({ calls }),
          class: "heuristic",
        };
      }
    }
  }
}
