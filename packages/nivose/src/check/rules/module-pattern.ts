/** Modules that are written otherwise than nearly all others of the fleet. */

import type { Found } from "../finding.ts";
import { type OptionModule, optionModulesOf } from "../modules/option-module.ts";
import type { RepositoryRule } from "../rule.ts";
import { isFirstName } from "../source/module-shape.ts";

export const rule: RepositoryRule = {
  code: "module-pattern",
  family: "modules",
  level: "note",
  class: "heuristic",
  reads: "repository",
  title: "A module that is written otherwise than the fleet's others",
  explain:
    "Where a fleet has eight modules with options of their own and more, and four of five are written alike, the others are told: options below " +
    "another name than `my` (or whatever it is here), no `enable`, settings that are not behind `mkIf cfg.enable` and so hold on " +
    "every host that imports the module, a `cfg` that is that of another module, which is what is left of a copy.\n\n" +
    "It is a pattern, and there may be a good reason to leave it. Modules that add to options of NixOS, nix-darwin or Home Manager " +
    "are left alone, and so are modules that only declare options.",
  example: {
    bad: {
      "machine.nix": "{\n  imports = [ ./modules ];\n}\n",
      ...modules("config.my.mail"),
    },
    good: {
      "machine.nix": "{\n  imports = [ ./modules ];\n}\n",
      ...modules("config.my.news"),
    },
  },
  *check({ files }): Iterable<Found> {
    const groups = new Map<string, OptionModule[]>();
    for (const module of [...files.values()].flatMap((file) => optionModulesOf(file))) {
      const folder = groupOf(module.file.name);
      groups.set(folder, [...(groups.get(folder) ?? []), module]);
    }
    for (const modules of groups.values()) {
      yield* ofNamespace(modules);
      yield* ofEnable(modules);
      yield* ofCopies(modules);
      yield* ofGuards(modules);
    }
  },
};

const FEWEST = 8;
const MOST = 0.8;

/** Modules of another folder may be for something else: `modules/nixos`, `modules/home`. */
function groupOf(file: string): string {
  return file.split("/").slice(0, -1).slice(0, 2).join("/");
}

/** Those that do not follow what nearly all do. */
function deviants(
  modules: readonly OptionModule[],
  follows: (module: OptionModule) => boolean,
): readonly OptionModule[] {
  const others = modules.filter((module) => !follows(module));
  const isPattern = modules.length >= FEWEST && modules.length - others.length >= MOST * modules.length;
  return isPattern ? others : [];
}

function* ofNamespace(modules: readonly OptionModule[]): Generator<Found> {
  const counts = new Map<string, number>();
  for (const { namespace } of modules) counts.set(namespace[0]!, (counts.get(namespace[0]!) ?? 0) + 1);
  const [usual] = [...counts].toSorted((a, b) => b[1] - a[1]);
  if (usual === undefined) return;
  for (const { file, namespace, declared } of deviants(modules, (module) => module.namespace[0] === usual[0])) {
    // a service of one's own among those of the system
    if (isFirstName(namespace[0]!)) continue;
    yield {
      text: `this module has its options in '${namespace.join(".")}', and ${usual[1]} of ${modules.length} have them in '${usual[0]}'`,
      at: file.at(declared),
      hint: `move them to '${[usual[0], namespace.at(-1)!].join(".")}', if they are of the same sort`,
    };
  }
}

function* ofEnable(modules: readonly OptionModule[]): Generator<Found> {
  const setting = modules.filter(({ sets }) => sets.length > 0);
  for (const { file, namespace, declared, sets } of deviants(setting, ({ hasEnable }) => hasEnable)) {
    // whatever it sets may be off by another of its options
    if (sets.every(({ isGuarded }) => isGuarded)) continue;
    yield {
      text: `this module has no 'enable', as nearly all modules of the fleet have`,
      at: file.at(declared),
      hint: `declare '${namespace.join(".")}.enable' with 'mkEnableOption', and put what it sets behind it`,
    };
  }
}

function* ofCopies(modules: readonly OptionModule[]): Generator<Found> {
  const owners = new Map(modules.map((module) => [module.namespace.join("."), module]));
  const withConfig = modules.filter(({ own }) => own !== undefined);
  for (const { file, namespace, own } of deviants(
    withConfig,
    (module) => module.own!.path.join(".") === module.namespace.join("."),
  )) {
    const other = owners.get(own!.path.join("."));
    if (other === undefined || other.file === file || isAround(own!.path, namespace)) continue;
    yield {
      text: `'${own!.name}' is the configuration of another module, '${own!.path.join(".")}'; this one declares '${namespace.join(".")}'`,
      at: file.at(own!.value),
      related: [{ text: "that one is declared here", at: other.file.at(other.declared) }],
      hint: `write 'config.${namespace.join(".")}', unless the other one is meant`,
    };
  }
}

/** A part of a larger module may speak of the whole. */
function isAround(path: readonly string[], namespace: readonly string[]): boolean {
  return (
    path.every((name, index) => namespace[index] === name) || namespace.every((name, index) => path[index] === name)
  );
}

function* ofGuards(modules: readonly OptionModule[]): Generator<Found> {
  const setting = modules.filter(({ sets, hasEnable }) => hasEnable && sets.length > 0);
  for (const { file, namespace, sets } of deviants(setting, (module) =>
    module.sets.every(({ isGuarded }) => isGuarded),
  ))
    yield {
      text: `this holds on every host that imports the module, whether '${namespace.join(".")}.enable' is set or not`,
      at: file.at(sets.find(({ isGuarded }) => !isGuarded)!.attrPath),
      hint: "put it behind 'mkIf cfg.enable', as the fleet's other modules do",
    };
}

/** Eight modules that are alike but for one. */
function modules(last: string): Record<string, string> {
  const names = ["backup", "chat", "films", "games", "mail", "music", "notes", "news"];
  const found = names.map((name): [string, string] => [
    `modules/${name}.nix`,
    `{ lib, config, ... }:\nlet\n  cfg = ${name === "news" ? last : `config.my.${name}`};\nin\n{\n  options.my.${name}.enable = lib.mkEnableOption "${name}";\n\n` +
      `  config = lib.mkIf cfg.enable {\n    services.openssh.enable = true;\n  };\n}\n`,
  ]);
  const imports = names.map((name) => `    ./${name}.nix\n`).join("");
  const enable = names.map((name) => `  my.${name}.enable = true;\n`).join("");
  return { "modules/default.nix": `{\n  imports = [\n${imports}  ];\n\n${enable}}\n`, ...Object.fromEntries(found) };
}
