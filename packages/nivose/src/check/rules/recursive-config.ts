/** Finds modules that cannot say which options they set without knowing what all modules set. */

import type { Ref } from "@nivose/nix/syntax";
import { adviceMessages } from "../../advice/messages.ts";
import type { Found } from "../finding.ts";
import { type ConfigNeed, needsOfConfig } from "../modules/config-needs.ts";
import { Forced } from "../modules/forced.ts";
import { type ModuleFunction, moduleFunctions, valuesAt } from "../modules/module-functions.ts";
import { isMadeLate, made, neededName, placesOf, sureness } from "../modules/needed-place.ts";
import { type SpecialArgs, specialArgsOf } from "../modules/special-args.ts";
import type { RepositoryRule } from "../rule.ts";
import { importGraph } from "../source/imports.ts";
import type { SourceFile } from "../source/source-file.ts";

export const rule: RepositoryRule = {
  code: "recursive-config",
  family: "modules",
  level: "error",
  class: "certain",
  reads: "repository",
  title: "A module whose set of settings depends on settings",
  explain:
    "The module system first asks each module which options it sets and declares, and then for the values. If the first answer needs " +
    "`config` or `pkgs` (by `if`, `//`, `lib.optionalAttrs`, a computed name at the top, a function of `pkgs.lib` around it), Nix " +
    "says `infinite recursion encountered`. `lib.mkIf` and `lib.mkMerge` keep the set visible and the condition for " +
    "later. Deeper down, in the value of an option, all of these may depend on other options, and are left alone.",
  example: {
    bad: "{ config, ... }:\n{\n  config = if config.boot.loader.systemd-boot.enable then { boot.loader.timeout = 3; } else { };\n}\n",
    good: "{ config, lib, ... }:\n{\n  config = lib.mkIf config.boot.loader.systemd-boot.enable { boot.loader.timeout = 3; };\n}\n",
  },
  *check(repository) {
    const args = specialArgsOf(repository);
    const imported = importGraph(repository).modules;
    for (const file of repository.files.values()) {
      if (!file.tree.ok || !file.mentions("config", "pkgs")) continue;
      for (const module of moduleFunctions(file))
        yield* recursionsIn(file, module, args, module.isFile && imported.has(file.name));
    }
  },
};

function* recursionsIn(
  file: SourceFile,
  module: ModuleFunction,
  args: SpecialArgs,
  isModule: boolean,
): Generator<Found> {
  const { tree } = file;
  const late = [...module.required].filter(([name]) => made.has(name)).map(([, token]) => tree.firstToken(token));
  if (late.length === 0) return;
  const forced = new Forced(file, (token) => late.includes(token));
  for (const { need, isDeclared } of needsIn(file, module, forced, isModule)) {
    const name = neededName(file, need);
    // which options there are is known before any is set
    if (!isMadeLate(name, args) || (name === "options" && !isDeclared)) continue;
    const message = isDeclared
      ? adviceMessages["recursion-options"](name)
      : adviceMessages["recursion-whole-config"](name, hints[need.where]);
    yield {
      text: message.text,
      hint: message.hint,
      ...placesOf(file, need),
      ...sureness(name, need, args),
    };
  }
}

const hints: Readonly<Record<ConfigNeed["where"], string>> = {
  condition: "put the set into 'lib.mkIf', which keeps the condition for later",
  with: "write the names out instead of 'with'",
  callee: "take 'lib' from the arguments of the module instead",
  other: "write down which options are set, and let only their values depend on it",
};

interface NeedOfModule {
  readonly need: ConfigNeed;
  /** Whether it is needed to know which options there are. */
  readonly isDeclared: boolean;
}

function needsIn(file: SourceFile, { set, body }: ModuleFunction, forced: Forced, isModule: boolean): NeedOfModule[] {
  const { tree } = file;
  const needs = (ref: Ref, isDeclared: boolean): NeedOfModule[] =>
    needsOfConfig(file, forced, ref).map((need) => ({ need, isDeclared }));
  const whole = isModule ? needs(body, false) : [];
  if (set === undefined || whole.length > 0) return whole;
  return ["config", "options"].flatMap((name) =>
    valuesAt(tree, set, name).flatMap(({ value, isBelow }) => (isBelow ? [] : needs(value, name === "options"))),
  );
}
