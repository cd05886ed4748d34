/**
 * The one question that is asked of a host: its record, what it defines that nobody declares, and all facts that rules need. Each
 * part is attempted on its own. A module system refuses to give anything while something is defined that nobody declares; its
 * options are taken from where it has put them together, so that everything else can be looked at all the same.
 */

import type { WatchedFunctions } from "@nivose/nix/evaluation";
import { recordedOptionsQuestion, watchedForOptions } from "../../explain/record-question.ts";
import { modulesQuestion, watchedForModules } from "../../fleet/ask-modules.ts";
import type { HostKind } from "../../fleet/host.ts";
import { words } from "../../fleet/questions/shared.ts";
import type { Fact } from "./fact.ts";
import { type UndeclaredDefinition, undeclaredPart } from "./undeclared.ts";

export const watchedForCheck: WatchedFunctions = {
  file: watchedForOptions.file,
  names: [...new Set([...watchedForOptions.names, ...watchedForModules.names])],
};

/** What the question gives; parts that could not be had are missing, and `errors` says why. */
export interface RawEvidence {
  readonly options?: unknown;
  readonly modules?: unknown;
  readonly undeclared?: readonly UndeclaredDefinition[];
  /** The flakes whose options are on paper, but those of another release; nothing of what does not come from paper. */
  readonly otherReleases?: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly errors: Readonly<Record<string, string>>;
  /** Why the host as it is gives nothing. */
  readonly failure: string | null;
}

/** A host has options of these at its top, and other module systems that are at work on the way to it have not. */
const marks: Readonly<Record<HostKind, string>> = {
  nixos: "options ? boot && options ? systemd",
  darwin: "options ? launchd",
  home: "options ? home && options ? xdg",
};

export function checkQuestion(kind: HostKind, facts: readonly Fact<unknown>[]): string {
  const asked = facts.flatMap(({ name, nix }) => (nix[kind] === undefined ? [] : [`${name} = (${nix[kind]});`]));
  return `
inspection@{ allCalls, attempt, isSame, ... }: given:
let
${words}
  # Forcing them makes the calls, whether there is something wrong with them or not.
  whatIsGiven = attempt (length (attrNames given.options));
  ofOptions = builtins.seq whatIsGiven.success (filter isOfOptions (allCalls "mergeModules'"));
  isOfOptions = call: or' false (call.result.matchedOptions ? _module);
  atTop = filter (call: or' false (elemAt call.arguments 0 == [ ])) ofOptions;
  isHost = call: let options = call.result.matchedOptions; in
    if whatIsGiven.success then or' false (isSame options given.options) else or' false (${marks[kind]});
  own = filter isHost atTop;
  valuesOf = mapAttrs (_: it: if isAttrs it && it._type or "" == "option" then it.value else valuesOf it);
  host =
    if whatIsGiven.success || own == [ ] then given
    else
      let options = (head own).result.matchedOptions; in
      given // { inherit options; config = valuesOf (removeAttrs options [ "_module" ]); };
  inherit (host) config options;

${undeclaredPart}

  parts = {
    options = (${recordedOptionsQuestion}) inspection host;
    # on paper an option passes its definitions on when the other one is read, and so it is known by then
    modules = builtins.seq (attempt tried.options.success) ((${modulesQuestion}) inspection host);
    # submodules are evaluated with the options that the fleet defines
    undeclared = builtins.seq (attempt tried.options.success) undeclared;
    # what homes and submodules have is known by then, too
    otherReleases = builtins.seq (attempt tried.options.success) (concatMap otherReleasesOf (filter isOfOptions (allCalls "mergeModules'")));
  };
  otherReleasesOf = call: or' [ "unknown" ] (whole (
    # the library of nixpkgs itself keeps no account of that
    if ! call.result.matchedOptions._module ? opaque then [ "unknown" ]
    else filter isString (map (it: it.otherReleaseOf or null) call.result.matchedOptions._module.opaque.value)));
  facts = {
${asked.map((line) => `    ${line}`).join("\n")}
  };
  tried = mapAttrs (_: value: attempt (whole value)) parts;
  triedFacts = mapAttrs (_: value: attempt (whole value)) facts;
  valuesIn = set: mapAttrs (_: it: it.value) (removeAttrs set (filter (name: ! set.\${name}.success) (attrNames set)));
  errorsIn = set: mapAttrs (_: it: it.error) (removeAttrs set (filter (name: set.\${name}.success) (attrNames set)));
in
if ! isAttrs given || ! given ? options then { facts = { }; errors = { }; failure = "it is no configuration of a module system"; }
# Without options there is nothing to look at, and the error is the host's own.
else if ! whatIsGiven.success && own == [ ] then { facts = { }; errors = { }; failure = builtins.seq given.options ""; }
else valuesIn tried // {
  facts = valuesIn triedFacts;
  errors = errorsIn tried // errorsIn triedFacts;
  failure = if whatIsGiven.success then null else whatIsGiven.error;
}
`;
}
