/** What is asked of a host, on paper and of the real thing alike: texts of functions in Nix. */

/** A leaf of a definition in a file of the fleet: where it is, and what kind of value it has. */
export interface DefinedLeaf {
  readonly option: readonly string[];
  /** Below the option. */
  readonly below: readonly string[];
  readonly kind: string;
}

export interface Case {
  /** The option that is looked at. */
  readonly option: readonly string[];
  /** Below it. */
  readonly below: readonly string[];
  /** A module that changes the host first, as Nix. */
  readonly module?: string;
}

/** `true`, or what the error says. */
export type Outcome = true | string;

export const shared = String.raw`
  inherit (builtins) all attrNames attrValues concatLists concatMap elem filter foldl' genList isAttrs isFunction isList isString length match typeOf;
  isDerivation = it: isAttrs it && (it.type or "") == "derivation";
  # Whether a value can be had, as far as anybody would look: not into packages, nor into sets of them.
  force = depth: it:
    if isDerivation it then true
    else if isAttrs it then depth == 0 || length (attrNames it) > 400 || all (name: force (depth - 1) it.${"$"}{name}) (attrNames it)
    else if isList it then depth == 0 || all (force (depth - 1)) it
    else builtins.seq it true;
`;

/** What is defined within a value: names below the option, and kinds. */
export const leavesOf = String.raw`
  or' = otherwise: it: let tried = attempt it; in if tried.success then tried.value else otherwise;
  # What hands down whole flakes as arguments would be most of it.
  few = list: if length list > 40 then [ ] else list;
  leaves = depth: below: value:
    let it = or' null value; kind = if or' false (isDerivation it) then "package" else typeOf it; in
    if kind == "set" && depth > 0 && (or' "" (it._type or "")) == "" && attrNames it != [ ] && length (attrNames it) < 60
    then concatMap (name: leaves (depth - 1) (below ++ [ name ]) it.${"$"}{name}) (attrNames it)
    else [ { inherit below kind; } ];
`;

/** All that files of the fleet define. `folder` is where they are. */
export function definedLeaves(folder: string): string {
  return String.raw`
{ attempt, ... }: host:
let
  ${shared}
  isOption = it: isAttrs it && or' "" (it._type or "") == "option";
  isOwn = file: match "${folder}/.*" (toString file) != null;
  walk = path: set: concatLists (map (name:
    let it = or' null set.${"$"}{name}; in
    if isOption it then ofOption (path ++ [ name ]) it
    else if isAttrs it then walk (path ++ [ name ]) it
    else [ ]
  ) (filter (name: name != "_module") (attrNames set)));
  ofOption = option: it:
    concatMap (definition:
      if isOwn definition.file then few (map (leaf: leaf // { inherit option; }) (leaves 4 [ ] definition.value)) else [ ]
    ) (or' [ ] it.definitionsWithLocations);
  ${leavesOf}
in
walk [ ] host.options
`;
}

/** The outcome of each case. */
export function outcomesOf(cases: readonly Case[]): string {
  return String.raw`
{ attempt, ... }: host:
let
  ${reached}
  outcome = case: let tried = attempt (force 5 (reached case)); in if tried.success then true else tried.error;
in
map outcome [ ${cases.map(written).join("\n")} ]
`;
}

/** Of one case, with the whole failure if there is one. */
export function outcomeOf(it: Case): string {
  return String.raw`
{ ... }: host:
let
  ${reached}
in
force 5 (reached ${written(it)})
`;
}

const reached = String.raw`
  ${shared}
  # what makes a host of nix-darwin or Home Manager may keep this for itself
  extend = host.extendModules or host.options._module.args.value.extendModules;
  configOf = module: if module == null then host.config else (extend { modules = [ { _file = "mutation"; imports = [ module ]; } ]; }).config;
  # what an option makes of its definitions may have other names
  reach = foldl' (set: name: if isAttrs set && ! isDerivation set then set.${"$"}{name} or set else set);
  reached = { path, module }: reach (configOf module) path;
`;

function written({ option, below, module }: Case): string {
  const path = [...option, ...below].map((name) => JSON.stringify(name).replaceAll("${", "\\${")).join(" ");
  return `{ path = [ ${path} ]; module = ${module ?? "null"}; }`;
}
