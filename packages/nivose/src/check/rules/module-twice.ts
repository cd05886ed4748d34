/** One module that the module system takes for two, because it comes in under two names. */

import type { Found } from "../finding.ts";
import type { EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import type { HostsRule } from "../rule.ts";
import { type FileReference, type ImportGraph, importGraph } from "../source/imports.ts";
import { shapeOf } from "../source/module-shape.ts";
import type { Repository } from "../source/repository.ts";

export const rule: HostsRule = {
  code: "module-twice",
  family: "modules",
  level: "warning",
  class: "certain",
  reads: "hosts",
  needs: [],
  title: "A module that is imported twice under two names",
  explain:
    "The module system imports a module once, however often it is listed, and knows it by its path. What `import ./x.nix` gives is a " +
    "function without a path, `./x` and `./x/default.nix` are two paths, and so are copies of one folder in the store. A module that comes in " +
    "under two names is taken twice: what it adds to lists is there twice, and options that it declares are declared " +
    "twice, which is an error. List it by its path, and by the same one everywhere.",
  example: {
    bad: {
      "machine.nix": "{\n  imports = [\n    ./ssh.nix\n    ./server.nix\n  ];\n}\n",
      "server.nix": "{\n  imports = [ (import ./ssh.nix) ];\n}\n",
      "ssh.nix": '{ config, ... }:\n{\n  boot.kernelModules = [ "tun" ];\n}\n',
    },
    good: {
      "machine.nix": "{\n  imports = [\n    ./ssh.nix\n    ./server.nix\n  ];\n}\n",
      "server.nix": "{\n  imports = [ ./ssh.nix ];\n}\n",
      "ssh.nix": '{ config, ... }:\n{\n  boot.kernelModules = [ "tun" ];\n}\n',
    },
  },
  *check({ hosts, repository }): Iterable<Found> {
    const graph = importGraph(repository);
    for (const host of hosts)
      for (const { modules } of host.record?.modules.graph.lists ?? []) {
        const paths = pathsByName(modules, host, repository);
        yield* underTwoPaths(paths, graph, host);
        yield* asFunctions(paths, graph, host, repository);
      }
  },
};

type Modules = NonNullable<EvaluatedHost["record"]>["modules"]["graph"]["lists"][number]["modules"];

/** The paths under which files of the repository are modules of one configuration. */
function pathsByName(
  modules: Modules,
  { local }: EvaluatedHost,
  { files }: Repository,
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { file, key, isDisabled } of modules) {
    // without a path of its own, it is known by that of what imports it
    if (isDisabled || key !== undefined || !file.startsWith("/") || file.includes(", via ")) continue;
    const { name, isOwn } = local(file);
    if (isOwn && files.has(name)) found.set(name, (found.get(name) ?? new Set()).add(file));
  }
  return found;
}

function* underTwoPaths(
  paths: ReadonlyMap<string, ReadonlySet<string>>,
  graph: ImportGraph,
  { host, class: sureness }: EvaluatedHost,
): Generator<Found> {
  for (const [name, given] of paths) {
    if (given.size < 2) continue;
    const places = graph.to(name).filter(({ isAmongModules, from }) => isAmongModules && paths.has(from));
    const [first, ...others] = places;
    yield {
      text: `${name} is imported under two paths, and so is taken for two modules`,
      at: first === undefined ? { file: name } : { file: first.from, range: first.range },
      related: others.slice(0, 3).map(({ from, range }) => ({ text: "also imported here", at: { file: from, range } })),
      hint: "name it by the same path everywhere",
      hosts: [host.name],
      class: sureness,
    };
  }
}

/** `imports = [ (import ./x.nix) ]` in one of the modules. */
function* asFunctions(
  paths: ReadonlyMap<string, ReadonlySet<string>>,
  graph: ImportGraph,
  { host, class: sureness }: EvaluatedHost,
  { files }: Repository,
): Generator<Found> {
  const asFunction = new Map<string, FileReference[]>();
  for (const name of paths.keys())
    for (const reference of graph.from(name)) {
      const { kind, isAmongModules, isConditional, files: led } = reference;
      if (kind !== "import" || !isAmongModules || isConditional || led.length !== 1) continue;
      const [target] = led;
      if (shapeOf(files.get(target!)!).shape !== "module") continue;
      asFunction.set(target!, [...(asFunction.get(target!) ?? []), reference]);
    }
  for (const [name, references] of asFunction) {
    const asPath = paths.has(name)
      ? graph.to(name).find(({ kind, from }) => kind === "imports" && paths.has(from))
      : undefined;
    const [first, ...more] = references;
    const others = asPath === undefined ? more : [asPath, ...more];
    if (others.length === 0 && !paths.has(name)) continue;
    yield {
      text: `${name} is imported here as a function, without its path, and so is taken for another module than elsewhere`,
      at: { file: first!.from, range: first!.range },
      related: others.slice(0, 3).map(({ from, range }) => ({ text: "also imported here", at: { file: from, range } })),
      hint: "list the path itself, without 'import'",
      hosts: [host.name],
      class: sureness,
    };
  }
}
