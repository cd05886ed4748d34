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
import type { Unread } from "./evaluated-fleet.ts";
import type { Fact } from "./fact.ts";

export const watchedForCheck: WatchedFunctions = {
  file: watchedForOptions.file,
  names: [...new Set([...watchedForOptions.names, ...watchedForModules.names])],
};

/** What the question gives; parts that could not be had are missing, and `errors` says why. */
export interface RawEvidence {
  readonly options?: unknown;
  readonly modules?: unknown;
  readonly undeclared?: readonly RawUndeclared[];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly errors: Readonly<Record<string, string>>;
  /** Why the host as it is gives nothing. */
  readonly failure: string | null;
}

export interface RawUndeclared {
  readonly prefix: readonly string[];
  readonly path: readonly string[];
  readonly below: readonly (readonly string[])[];
  readonly file: string;
  readonly names: readonly string[];
  readonly unread: readonly Unread[];
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
  };
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

const undeclaredPart = `
  # Of each module system of the host that checks what is defined. What a free-form type takes is declared by it.
  undeclared = concatMap undeclaredIn (own ++ filter (call: or' false (elemAt call.arguments 0 != [ ])) (filter isOfOptions (allCalls "mergeModules'")));
  undeclaredIn = call:
    let
      prefix = elemAt call.arguments 0;
      options = call.result.matchedOptions;
      isFree = or' false (options._module.freeformType.value != null);
      isUnchecked = or' false (options._module.check.value == false);
      unread = or' [ ] (whole (map (it: { inherit (it) input; isRelease = (it.otherReleaseOf or null) != null; }) options._module.opaque.value));
      # on paper a module of which nothing is known, or another release, may declare it
      tolerated = map key (or' [ ] (options._module.args.value.undeclaredDefinitions or [ ]));
      key = it: or' "" (builtins.toJSON [ (text it.file) it.prefix ]);
    in
    if isFree || isUnchecked then [ ]
    else map (definition: {
      prefix = map text prefix;
      path = map text definition.prefix;
      file = text definition.file;
      below = or' [ ] (whole (namesBelow 3 definition.value));
      names = or' [ ] (whole (namesInstead options definition.prefix));
      unread = if elem (key definition) tolerated then unread else [ ];
    }) (or' [ ] call.result.unmatchedDefns);
  # Below what is around a value.
  namesBelow = depth: value:
    let type = if isAttrs value then or' "" (value._type or "") else ""; in
    if type == "if" || type == "override" || type == "order" then namesBelow depth value.content
    else if type == "merge" then concatMap (namesBelow depth) value.contents
    else if ! isAttrs value || depth == 0 || length (attrNames value) > 60 || or' false (value.type or "" == "derivation") then [ ]
    else concatMap (name:
      let inner = or' [ ] (namesBelow (depth - 1) value.\${name}); in
      if inner == [ ] then [ [ name ] ] else map (rest: [ name ] ++ rest) inner) (attrNames value);
  namesInstead = set: path:
    if ! isAttrs set || set._type or "" == "option" then [ ]
    else if length path == 1 || ! set ? \${head path} then filter (name: name != "_module") (attrNames set)
    else namesInstead set.\${head path} (builtins.tail path);
`;
