/** Modules that are imported into another kind of configuration than they are written for. */

import { ownImports } from "../../fleet/module-graph.ts";
import type { HostKind } from "../../fleet/host.ts";
import type { Found, Place } from "../finding.ts";
import type { EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import { classMismatch } from "../modules/class-mismatch.ts";
import { isWrittenFor, misplacedModules, ownName } from "../modules/misplaced-modules.ts";
import type { HostsRule } from "../rule.ts";
import { type FileReference, importGraph } from "../source/imports.ts";
import type { Repository } from "../source/repository.ts";
import type { SourceFile } from "../source/source-file.ts";

export const rule: HostsRule = {
  code: "wrong-module-class",
  family: "modules",
  level: "error",
  class: "certain",
  reads: "hosts",
  needs: [],
  title: "A module in the wrong kind of configuration",
  explain:
    "NixOS, nix-darwin and Home Manager have options of their own, and a module that is written for one of them does not work in another: " +
    "a condition such as `lib.mkIf pkgs.stdenv.isDarwin` does not help, because the options themselves are not there. A module of Home " +
    "Manager belongs into `home-manager.users.NAME.imports` or into a `homeConfiguration`, one for Macs into the modules " +
    "of `darwinConfigurations`.\n\n" +
    "It is told at the place that imports the module, if everything that the module sets is an option of the other kind. If that " +
    "is so of a part only, the options themselves are told (`unknown-option`). A module may also say itself what it is for (`_class`).",
  example: {
    bad: {
      "machine.nix": "{\n  imports = [ ./shell.nix ];\n}\n",
      "shell.nix": "{ pkgs, ... }:\n{\n  home.packages = [ pkgs.ripgrep ];\n  programs.zoxide.enable = true;\n}\n",
    },
    good: {
      "machine.nix": "{\n  imports = [ ./shell.nix ];\n}\n",
      "shell.nix": "{ pkgs, ... }:\n{\n  environment.systemPackages = [ pkgs.ripgrep ];\n}\n",
    },
  },
  *check({ hosts, repository }): Iterable<Found> {
    for (const host of hosts) {
      if (host.problem !== undefined) {
        const mismatch = classMismatch(host.problem);
        const file = mismatch === undefined ? undefined : fileNamed(mismatch.file, host, repository);
        if (mismatch === undefined || file === undefined) continue;
        const [is, into] = [mismatch.own, mismatch.into].map((name) => kindOfClass[name] ?? "nixos");
        yield found(file, projects[is!], projects[into!], host, importsOfUnknown(file, is!, into!, repository));
        continue;
      }
      for (const [name, { is, into, at, within }] of misplacedModules(host, repository)) {
        if (within !== undefined) continue;
        const file = repository.files.get(name)!;
        yield found(file, projects[is], projects[into], host, importsOf(file, at, host, repository));
      }
    }
  },
};

/** Of a host that cannot be evaluated it is not known which paths of the store are copies of the repository. */
function fileNamed(file: string, { host }: EvaluatedHost, { files, nameOf }: Repository): SourceFile | undefined {
  const inStore = file.replace(/^\/.*?\/[a-z\d]{32}-[^/]*\//u, "");
  const names = [nameOf(file), inStore, `${host.flake}/${inStore}`];
  return names.flatMap((name) =>
    name === undefined ? [] : (files.get(name) ?? files.get(`${name}/default.nix`) ?? []),
  )[0];
}

const projects: Readonly<Record<HostKind, string>> = { nixos: "NixOS", darwin: "nix-darwin", home: "Home Manager" };
const kindOfClass: Readonly<Record<string, HostKind>> = { nixos: "nixos", darwin: "darwin", homeManager: "home" };

function found(
  { name }: SourceFile,
  is: string,
  into: string,
  host: EvaluatedHost,
  [first, ...others]: readonly FileReference[],
): Found {
  return {
    text: `${name} is a module for ${is}, and is imported into ${into} here`,
    at: first === undefined ? { file: name } : placeOf(first),
    related: others.map((other) => ({ text: "and here", at: placeOf(other) })),
    hint:
      is === projects.home
        ? "import it in 'home-manager.users.NAME.imports', or in a 'homeConfiguration'"
        : `import it only where the modules of ${is} are listed`,
    hosts: [host.host.name],
    class: host.problem?.class ?? host.class,
  };
}

function placeOf({ from, range }: FileReference): Place {
  return { file: from, range };
}

/** Where the configuration that it does not belong into imports it: elsewhere it may be right. */
function importsOf(
  { name }: SourceFile,
  at: readonly string[],
  host: EvaluatedHost,
  repository: Repository,
): readonly FileReference[] {
  const list = host.record?.modules.graph.lists.find((each) => each.at.join(".") === at.join("."));
  const imports = list === undefined ? [] : ownImports(list, (file) => ownName(file, host));
  const importers = new Set(imports.filter(({ to }) => to === name).map(({ from }) => from));
  const all = importGraph(repository).to(name);
  const byModules = all.filter(({ from, isAmongModules }) => isAmongModules && importers.has(from));
  if (byModules.length > 0) return byModules;
  // what no module imports was given to the configuration
  const modules = new Set(imports.map(({ to }) => to));
  const given = all.filter(({ from }) => host.files.has(from) && !modules.has(from));
  return (given.some((each) => each.isAmongModules) ? given.filter((each) => each.isAmongModules) : given).slice(0, 1);
}

/** Of a host that cannot be evaluated it is not known what imports what: a module of the same kind does so rightly. */
function importsOfUnknown(
  { name }: SourceFile,
  is: HostKind,
  into: HostKind,
  repository: Repository,
): readonly FileReference[] {
  const all = importGraph(repository)
    .to(name)
    .filter(({ isAmongModules }) => isAmongModules);
  const wrong = all.filter(({ from }) => !isWrittenFor(repository.files.get(from)!, is, into));
  return (wrong.length > 0 ? wrong : all).slice(0, 1);
}
