/** What paper says of all that the files of a fleet define: the text of a function in Nix. */

import type { Case, Outcome } from "./questions.ts";
import { leavesOf, shared } from "./questions.ts";

export interface Verdict extends Case {
  /** That the definition has, at any depth. */
  readonly names?: readonly string[];
  readonly outcome: Outcome;
}

/**
 * Of a host, and of each home that it has, whose options are within one option of the host. `folder` is where the files of
 * the fleet are; modules in its `flake.nix` may be from no file.
 */
export function verdictsIn(folder: string): string {
  return String.raw`
{ attempt, ... }: host:
let
  ${shared}
  ${leavesOf}
  argumentsOf = evaluated: evaluated.options._module.args.value;
  lib = host.lib or (argumentsOf host).pkgs.lib;
  isOwn = file: match "(${folder}/.*|<unknown-file>.*)" (toString file) != null;
  drop = count: list: genList (index: builtins.elemAt list (index + count)) (length list - count);
  ${saidOf}
  namesIn = depth: value: let it = or' null value; in
    if depth == 0 || or' false (isDerivation it) then { }
    else if isAttrs it && ((it._type or "") != "" || length (attrNames it) > 60) then { }
    else if isAttrs it then foldl' (all: name: all // { ${"$"}{name} = null; } // namesIn (depth - 1) it.${"$"}{name}) { } (attrNames it)
    else if isList it then foldl' (all: each: all // namesIn (depth - 1) each) { } it
    else { };
  outcomeOf = names: it: let tried = attempt (said 8 names it); in if tried.success then true else tried.error;

  verdicts = evaluated:
    concatMap ofOption (filter (it: ! isHomes it && ! elem "_module" it.loc) (argumentsOf evaluated).definedOptions)
    ++ concatMap ofUndeclared ((argumentsOf evaluated).undeclaredDefinitions or [ ]);
  ofOption = it:
    let definitions = attempt (concatMap (each: if isOwn each.file then map (leaf: leaf // { names = namesIn 4 (reach each.value leaf.below); }) (few (leaves 4 [ ] each.value)) else [ ]) it.definitionsWithLocations); in
    if definitions.success then map ({ below, kind, names }: {
      inherit below kind;
      option = it.loc;
      names = attrNames names;
      outcome = outcomeOf names (reach it.value below);
    }) definitions.value
    else [ { option = it.loc; below = [ ]; kind = "unknown"; outcome = definitions.error; } ];
  ofUndeclared = { file, value, prefix, ... }:
    if ! isOwn file then [ ]
    else map (leaf: leaf // { option = prefix; outcome = "unknown on paper: an option that is not declared"; }) (few (leaves 4 [ ] value));

  isHomes = it: it.loc == [ "home-manager" "users" ];
  homes =
    let
      users = filter isHomes (argumentsOf host).definedOptions;
      definitions = concatMap (it: it.definitionsWithLocations) users;
      type = (builtins.head users).type.nestedTypes.elemType;
      given = type.functor.payload;
      homeOf = name: lib.evalModules {
        inherit (given) class specialArgs;
        prefix = [ "home-manager" "users" name ];
        modules = [ { _module.args.name = lib.mkForce name; } ] ++ given.modules ++ concatMap (each:
          map (value: { _file = each.file; imports = [ value ]; }) (lib.modules.dischargeProperties each.value.${"$"}{name} or { })
        ) definitions;
      };
      names = or' [ ] (if users == [ ] then [ ] else attrNames (foldl' (all: each: all // each.value) { } definitions));
    in map (name: { prefix = [ "home-manager" "users" name ]; evaluated = homeOf name; }) names;
  # A home that cannot be evaluated at all takes no other along.
  ofHome = home: let tried = attempt (verdicts home.evaluated); in
    if tried.success then tried.value
    else [ { option = home.prefix; below = [ ]; kind = "home"; outcome = tried.error; } ];
in
verdicts host ++ concatMap ofHome homes
`;
}

/** Of one definition, with the whole failure if there is one. */
export function verdictOn({ option, below, names = [] }: Verdict): string {
  const path = [...option, ...below].map(quoted).join(" ");
  const set = names.map((name) => `${quoted(name)} = null;`).join(" ");
  return String.raw`
{ ... }: host:
let
  ${shared}
  ${saidOf}
in
said 8 { ${set} } (reach host.config [ ${path} ])
`;
}

const saidOf = String.raw`
  reach = foldl' (set: name: if isAttrs set && ! isDerivation set then set.${"$"}{name} or set else set);
  # Whatever the definition says of it. What is not defined there may be anything, and is nobody's mistake.
  said = depth: names: it:
    if isDerivation it || depth == 0 then true
    else if isAttrs it then all (name: said (depth - 1) names it.${"$"}{name}) (filter (name: names ? ${"$"}{name}) (attrNames it))
    else if isList it then all (said (depth - 1) names) it
    else builtins.seq it true;
`;

function quoted(name: string): string {
  return JSON.stringify(name).replaceAll("${", "\\${");
}
