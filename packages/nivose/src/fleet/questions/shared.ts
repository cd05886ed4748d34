/**
 * What the questions about hosts have in common. Every fact is attempted on its own, so that one that fails takes no other
 * along; the function that does so is given to evaluations that are explained.
 */

import type { WatchedFunctions } from "@nivose/nix/evaluation";
import type { HostKind } from "../host.ts";

/** No function is watched: `attempt` is all that is wanted. */
export const attempting: WatchedFunctions = { file: "/lib/modules.nix", names: [] };

/** What a question about a host gives: the facts that could be had, and why the others could not. */
export interface RawFacts {
  readonly known: Readonly<Record<string, unknown>>;
  readonly unknown: Readonly<Record<string, string>>;
}

/** Words that the texts of all questions use. */
export const words = `
  inherit (builtins)
    attrNames baseNameOf concatLists concatMap elem elemAt filter foldl' hasAttr head isAttrs isBool isFunction isInt isList
    isPath isString length listToAttrs map mapAttrs match parseDrvName removeAttrs stringLength typeOf;

  # The value, or something else if it cannot be had.
  or' = otherwise: value: let tried = attempt value; in if tried.success then tried.value else otherwise;
  whole = value: builtins.deepSeq value value;
  text = value: builtins.unsafeDiscardStringContext (toString value);
  textOrNull = value: let it = or' null value; in if it == null then null else or' null (text it);
  names = set: or' [ ] (attrNames set);
  # What can be made of each thing in a set. A set that cannot be had is no empty one.
  pairs = make: set: filter (each: each != null) (map (name: or' null (whole (make name set.\${name}))) (attrNames set));
`;

/** A question about a host from facts in Nix, which may use `host` and its \`config\`. */
export function factsQuestion(more: string, facts: string): string {
  return `
inspection@{ attempt, ... }: host:
let
${words}
  inherit (host) config;
${more}
  values = {
${facts}
  };
  facts = mapAttrs (_: value: attempt (whole value)) values;
  has = name: facts.\${name}.success;
in
# What the system becomes is evaluated first, if it is asked for: what was read for other facts is no part of it.
builtins.seq (facts.becomes or null) (
# If not even these can be had, the error is that of the host itself.
if ! (has "system" || has "stateVersion" || has "users") then values.stateVersion
else {
  known = mapAttrs (name: _: facts.\${name}.value) (removeAttrs facts (filter (name: ! has name) (attrNames facts)));
  unknown = mapAttrs (name: _: facts.\${name}.error) (removeAttrs facts (filter has (attrNames facts)));
})
`;
}

/** Facts in Nix, or a question, for each kind of host. */
export type FactsByKind = Readonly<Record<HostKind, string>>;
