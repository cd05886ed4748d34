/** Modules that are imported into another kind of configuration than they are written for. */

import type { HostKind } from "../../fleet/host.ts";
import type { Found, Place } from "../finding.ts";
import type { EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import { classMismatch } from "../modules/class-mismatch.ts";
import { misplacedModules } from "../modules/misplaced-modules.ts";
import type { HostsRule } from "../rule.ts";
import { importGraph } from "../source/imports.ts";
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
        const where = projects[kindOfClass[mismatch.into] ?? "nixos"];
        yield found(file, projects[kindOfClass[mismatch.own] ?? "nixos"], where, host, repository);
        continue;
      }
      for (const [name, { is, into }] of misplacedModules(host, repository))
        yield found(repository.files.get(name)!, projects[is], projects[into], host, repository);
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

function found(file: SourceFile, is: string, into: string, host: EvaluatedHost, repository: Repository): Found {
  const at = importOf(file, host, repository);
  return {
    text: `${file.name} is a module for ${is}, and is imported into ${into} here`,
    at: at ?? { file: file.name },
    hint:
      is === projects.home
        ? "import it in 'home-manager.users.NAME.imports', or in a 'homeConfiguration'"
        : `import it only where the modules of ${is} are listed`,
    hosts: [host.host.name],
    class: host.problem?.class ?? host.class,
  };
}

function importOf(file: SourceFile, { files }: EvaluatedHost, repository: Repository): Place | undefined {
  const all = importGraph(repository).to(file.name);
  const by =
    all.find(({ from, isAmongModules }) => isAmongModules && files.has(from)) ??
    all.find(({ isAmongModules }) => isAmongModules);
  return by === undefined ? undefined : { file: by.from, range: by.range };
}
