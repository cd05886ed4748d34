/** Modules that hosts import and that do nothing on any of them. */

import { type Ref, type Tree, view } from "@nivose/nix/syntax";
import { letPaths, selectedPath } from "../../advice/source.ts";
import { bindingsOf, definitionsOf } from "../../schema/definitions.ts";
import type { Found } from "../finding.ts";
import type { EvaluatedFleet } from "../hosts/evaluated-fleet.ts";
import { type FileOnHosts, filesOnHosts, isOff } from "../modules/definitions-of-file.ts";
import { isWhollyKnown, surenessOfAll } from "../modules/whole-fleet.ts";
import type { HostsRule } from "../rule.ts";
import { shapeOf } from "../source/module-shape.ts";
import type { SourceFile } from "../source/source-file.ts";

export const rule: HostsRule = {
  code: "module-without-effect",
  family: "modules",
  level: "note",
  class: "certain",
  reads: "hosts",
  needs: [],
  isPedantic: true,
  title: "A module that does nothing on any host",
  explain:
    "Hosts import the module, and everything that it sets is behind conditions that hold on none of them: as a rule, its " +
    "`enable` is set nowhere. It costs evaluation and attention. Turn it on where it is wanted, or remove it. Whoever keeps a " +
    "collection of modules to turn on some day has meant it so; that is why the rule is pedantic.\n\n" +
    "Left alone are modules that import others, those that other hosts turn on by the same option, such as the module for NixOS of " +
    "what Macs alone use, and all modules while a host cannot be evaluated. A module " +
    "that is there for other fleets is told as well: on the hosts of this one it does nothing.",
  example: {
    bad: {
      "machine.nix": "{\n  imports = [ ./games.nix ];\n}\n",
      "games.nix":
        '{ lib, config, ... }:\n{\n  options.my.games.enable = lib.mkEnableOption "games";\n\n' +
        "  config = lib.mkIf config.my.games.enable {\n    programs.steam.enable = true;\n  };\n}\n",
    },
    good: {
      "machine.nix": "{\n  imports = [ ./games.nix ];\n\n  my.games.enable = true;\n}\n",
      "games.nix":
        '{ lib, config, ... }:\n{\n  options.my.games.enable = lib.mkEnableOption "games";\n\n' +
        "  config = lib.mkIf config.my.games.enable {\n    programs.steam.enable = true;\n  };\n}\n",
    },
  },
  *check(fleet): Iterable<Found> {
    if (!isWhollyKnown(fleet) || fleet.hosts.some(({ undeclared }) => undeclared.length > 0)) return;
    for (const on of filesOnHosts(fleet).values()) {
      if (on.definitions.length === 0 || !on.definitions.every(({ definition }) => isOff(definition))) continue;
      const file = fleet.repository.files.get(on.file)!;
      const condition = onlyCondition(file);
      if (condition === undefined || isCounterpart(file.tree, condition, on, fleet)) continue;
      yield told(file, condition, on, fleet);
    }
  },
};

/** Whether hosts without the module set the option that turns it on: it does for its kind of hosts what another module does for theirs. */
function isCounterpart(tree: Tree, condition: Ref, { hosts }: FileOnHosts, fleet: EvaluatedFleet): boolean {
  const option = optionOf(tree, condition);
  const others = fleet.hosts.filter((host) => !hosts.includes(host));
  return option !== undefined && others.some(({ record }) => setsOption(record?.options ?? [], option));
}

function told(file: SourceFile, condition: Ref, { hosts }: FileOnHosts, fleet: EvaluatedFleet): Found {
  const { tree } = file;
  const option = optionOf(tree, condition);
  const isSet = option !== undefined && fleet.hosts.some((host) => setsOption(host.record?.options ?? [], option));
  const names = hosts.map(({ host }) => host.name);
  const where = names.length === fleet.hosts.length && names.length > 1 ? "on any host" : "on any host that imports it";
  const text =
    option === undefined || isSet
      ? `this module does nothing ${where}: what it sets is behind a condition that never holds`
      : `this module does nothing ${where}: no host sets '${option.join(".")}'`;
  return {
    text,
    at: file.at(condition),
    hint:
      option === undefined || isSet
        ? "turn it on where it is wanted, or remove it"
        : `set '${option.join(".")} = true;' where it is wanted, or remove the module`,
    hosts: names,
    class: surenessOfAll(fleet),
  };
}

/** The first condition around what a module sets; nothing if the text has something that is behind none, or imports others. */
function onlyCondition(file: SourceFile): Ref | undefined {
  const { shape, bodies } = shapeOf(file);
  const { tree } = file;
  if (shape !== "module") return undefined;
  if (bodies.some((body) => bindingsOf(tree, body).some(({ path }) => path[0] === "imports" || path[0] === undefined)))
    return undefined;
  const definitions = definitionsOf(tree, () => false) ?? [];
  const conditions = definitions.map(({ around }) => around.find(({ by }) => by === "mkIf")?.condition);
  return conditions.includes(undefined) ? undefined : conditions[0];
}

/** `config.my.games.enable`, also by way of `let cfg = config.my.games`. */
function optionOf(tree: Tree, condition: Ref): readonly string[] | undefined {
  const node = view(tree, condition);
  if (node.kind === "paren") return optionOf(tree, node.expression);
  const path = selectedPath(tree, condition);
  if (path === undefined) return undefined;
  const outer = letPaths(tree).get(path[0]!);
  const [first, ...names] = outer === undefined ? path : [...outer, ...path.slice(1)];
  return first === "config" && names.length > 0 ? names : undefined;
}

type RecordedOption = NonNullable<EvaluatedFleet["hosts"][number]["record"]>["options"][number];

/** Also within a home that is a part of the host. */
function setsOption(options: readonly RecordedOption[], option: readonly string[]): boolean {
  return options.some(
    ({ path, answer }) =>
      path.length >= option.length &&
      option.every((name, index) => path[path.length - option.length + index] === name) &&
      answer.kind === "option" &&
      (answer.definitions ?? []).some(({ isDefault }) => isDefault !== true),
  );
}
