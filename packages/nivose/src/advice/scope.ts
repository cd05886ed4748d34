/**
 * What is asked of the scope in which a module system fails: which options there are, and which arguments its modules get.
 * The variables are those of `evalModules` in `lib/modules.nix`, or where that applies a module to its arguments, where
 * they have been called so in every library from 20.09 on.
 */

import type { EvalFailure, FailureQuestion } from "@nivose/nix/evaluation";
import type { HostKind } from "../fleet/host.ts";

export interface Scope {
  /** Where the options of this module system are, if it is that of a part of another: `[ "users" "users" "ry" ]`. */
  readonly prefix: readonly string[];
  readonly kind: HostKind | null;
  /** The names of all options, if one was not found. */
  readonly options: OptionNames | null;
  /** Of the option that the error is about. */
  readonly option: OptionFacts | null;
  /** What modules can be given, without the names that every module system has. */
  readonly arguments: readonly string[];
}

/** 1 for an option. */
export interface OptionNames {
  readonly [name: string]: OptionNames | 1;
}

export interface OptionFacts {
  readonly type: string | null;
  /** A value to begin with, as it stands in the documentation. */
  readonly example: string | null;
}

export function readScope({ told }: EvalFailure): Scope | undefined {
  return told === undefined ? undefined : (JSON.parse(Buffer.from(told, "latin1").toString()) as Scope);
}

const question = String.raw`
{ attempt, text, args ? { }, options ? args.options, config ? args.config, specialArgs ? args, prefix ? null }:
let
  inherit (builtins) attrNames concatStringsSep elemAt filter foldl' genList isAttrs isString length listToAttrs match replaceStrings split stringLength substring toJSON;
  or' = otherwise: value: let tried = attempt value; in if tried.success then tried.value else otherwise;
  isOption = it: isAttrs it && or' false (it._type or "" == "option");
  namesIn = set: listToAttrs (map (name:
    let it = or' null set.${"$"}{name}; in
    { inherit name; value = if isAttrs it && ! isOption it then namesIn it else 1; }
  ) (filter (name: name != "_module") (attrNames set)));
  isMissing = match ".*option .[^'\n]+' does not exist.*" (replaceStrings [ "\n" ] [ " " ] text) != null;

  # the option, if all of its names below the prefix are plain
  named = match ".*option (definition )?.([^']+)'.*" (replaceStrings [ "\n" ] [ " " ] text);
  name = text: if match "[a-zA-Z_][a-zA-Z0-9_'-]*" text != null then text else toJSON text;
  # the module system itself has two names below it
  loc = or' [ ] options._module.args.loc;
  top = if prefix != null then prefix else genList (elemAt loc) (if length loc < 2 then 0 else length loc - 2);
  before = concatStringsSep "" (map (each: "${"$"}{name each}.") top);
  written = if named == null then "" else elemAt named 1;
  isBelow = substring 0 (stringLength before) written == before;
  path = filter isString (split "\\." (substring (stringLength before) (stringLength written) written));
  reach = set: each: if isAttrs set && ! isOption set && set ? ${"$"}{each} then or' null set.${"$"}{each} else null;
  found = if isBelow then foldl' reach options path else null;
  asText = it: if isString it then it else if isAttrs it && isString (it.text or null) then it.text else null;
in
{
  prefix = top;
  kind =
    if options ? boot && options ? systemd then "nixos"
    else if options ? launchd && options ? homebrew then "darwin"
    else if options ? home && options ? xdg then "home"
    else null;
  options = if isMissing then namesIn options else null;
  option = if ! isOption found then null else {
    type = or' null (asText (found.type.description or null));
    example = or' null (let it = found.example or null; in if isAttrs it then asText it else if it == null then null else toJSON it);
  };
  arguments = attrNames specialArgs ++ or' [ ] (attrNames config._module.args);
}
`;

export const scopeQuestion: FailureQuestion = {
  file: "/lib/modules.nix",
  names: [["options", "prefix", "config", "specialArgs"], ["args"]],
  apply: Buffer.from(question),
};
