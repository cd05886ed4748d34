/**
 * Asks a host which module imports which. `collectStructuredModules` of the module system returns exactly that, has had the same
 * arguments in every library from 20.09 on, and is called for each configuration that is evaluated: the host's own is the one
 * whose options are the host's.
 */

import type { WatchedFunctions } from "@nivose/nix/evaluation";
import type { AskFlake, FoundHost } from "./discover.ts";
import { problemOf, type HostProblem } from "./host.ts";
import type { ModuleGraph } from "./module-graph.ts";

export interface FoundModules {
  readonly graph: ModuleGraph;
  readonly renames: readonly OptionRename[];
  /** The files of the flake that were evaluated, relative to the top of its source. */
  readonly files: readonly string[];
  /** Which folders the paths of the store are copies of. */
  readonly copies: Readonly<Record<string, string>>;
}

/** An option whose definitions are passed on to another one: it was renamed, is an alias, or was turned into another one. */
export interface OptionRename {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Whether something defines it under this name. */
  readonly isSet: boolean;
  /** Whether it was turned into another one, with values of another kind. */
  readonly isMerged?: boolean;
}

export async function askModules({ flake, attribute }: FoundHost, ask: AskFlake): Promise<FoundModules | HostProblem> {
  const reply = await ask(flake, `.${attribute}`, modulesQuestion, watchedForModules);
  return reply.ok ? foundModules(reply.value, reply) : problemOf(reply);
}

/** The answer to the question, which may be a part of another one. */
export function foundModules(value: unknown, { files, copies }: Pick<FoundModules, "files" | "copies">): FoundModules {
  const { lists, renames } = value as ModuleGraph & { readonly renames: readonly OptionRename[] };
  return { graph: { lists }, renames, files, copies };
}

export const watchedForModules: WatchedFunctions = {
  file: "/lib/modules.nix",
  names: [
    "collectStructuredModules",
    "mkAliasAndWrapDefinitions",
    "mkAliasAndWrapDefsWithPriority",
    "mkMergedOptionModule",
  ],
};

/** The homes of a system are evaluated as far as their modules; other submodules are told if they were evaluated anyhow. */
export const modulesQuestion = `
{ allCalls, attempt, isSame, ... }: host:
let
  inherit (builtins)
    attrNames attrValues concatLists deepSeq elem elemAt filter foldl' genList genericClosure head isAttrs isList isString length listToAttrs
    seq substring toJSON unsafeDiscardStringContext;
  or' = otherwise: value: let tried = attempt value; in if tried.success then tried.value else otherwise;
  text = value: or' "?" (unsafeDiscardStringContext (toString value));

  homes = or' [ ] (attrNames host.config.home-manager.users);
  # the definitions of any option are found by looking at those of all modules, which is when they rename something
  evaluated = [ (attempt (attrNames (host.options or { }))) (attempt host.options._module.args.isDefined) ]
    ++ map (name: attempt host.config.home-manager.users.\${name}) homes;

  ofList = call:
    let
      args = elemAt call.arguments 3;
      loc = args.options._module.args.loc;
      modulesPath = text (args.modulesPath or "");
      given = call.result.modules;
      node = it: { key = text it.key; file = text it.module._file; inner = it.modules; };
      nodes = genericClosure {
        startSet = map node given;
        operator = it: map node it.inner;
      };
      # in older libraries they are not told apart by who disables them
      disabled = concatLists (map (it: if isAttrs it && isList (it.disabled or null) then it.disabled else [ it ]) (or' [ ] call.result.disabled));
      keyOf = it:
        if isString it && substring 0 1 it != "/" then modulesPath + "/" + it
        else if isAttrs it && ! it ? outPath && ! it ? __toString then text (it.key or "")
        else text it;
      off = map keyOf disabled;
      numbers = listToAttrs (genList (number: { name = (elemAt nodes number).key; value = number; }) (length nodes));
      numbersOf = map (it: numbers.\${text it.key});
    in
    {
      at = genList (elemAt loc) (length loc - 2);
      isHost = isSame args.options._module.args (host.options._module.args or null);
      roots = numbersOf given;
      modules = map (it: {
        inherit (it) file;
        imports = numbersOf it.inner;
        isDisabled = elem it.key off;
      } // (if it.key == it.file then { } else { inherit (it) key; })) nodes;
    };
  lists = foldl' (known: it: seq it known) (
    filter (it: it != null) (map (call: or' null (let it = ofList call; in deepSeq it it))
      (filter (call: or' false (elemAt call.arguments 1 == "")) (allCalls "collectStructuredModules")))
  ) evaluated;
  # what a submodule is made of without imports is told by its definitions
  hasImports = it: let first = (head it.modules).file; in builtins.any (module: builtins.any (number: (elemAt it.modules number).file != first) module.imports) it.modules;

  # All that is renamed by one function, which puts the definitions of the old option where the new one is.
  target = value:
    if value._type or "" == "merge" then [ ] else let name = head (attrNames value); in [ name ] ++ target value.\${name};
  aliases = map (call: { from = (elemAt call.arguments 1).loc; to = target call.result.content; isSet = (elemAt call.arguments 1).isDefined; })
    (allCalls "mkAliasAndWrapDefsWithPriority" ++ allCalls "mkAliasAndWrapDefinitions");
  merged = concatLists (map (call: map (from: {
    inherit from;
    to = elemAt call.arguments 1;
    isSet = (foldl' (set: name: set.\${name}) host.options from).highestPrio < 1500;
    isMerged = true;
  }) (elemAt call.arguments 0)) (allCalls "mkMergedOptionModule"));
  whole = it: { inherit (it) from to; isSet = or' false it.isSet; } // (if it ? isMerged then { inherit (it) isMerged; } else { });
in
{
  # modules that are collected more than once rename more than once
  renames = attrValues (listToAttrs (map (it: { name = toJSON [ it.from it.to ]; value = it; }) (
    filter (it: it != null) (map (it: or' null (let known = whole it; in deepSeq known known)) (seq lists (aliases ++ or' [ ] merged))))));
  lists = map (it: { inherit (it) at roots modules; }) (filter (it: it.isHost) lists ++ filter (it: it.at != [ ] && hasImports it) lists);
}
`;
