/** The state versions of a host, of the system and of the homes in it. */

import { fact } from "../fact.ts";

export interface StateVersions {
  readonly system: StateVersion;
  /** By the names of people. */
  readonly homes: Readonly<Record<string, StateVersion>>;
  /** On paper, whether there are modules of which nothing is known. */
  readonly isPartial: boolean;
}

export interface StateVersion {
  /** Nothing if it cannot be had. */
  readonly value: string | null;
  /** Whether a module says it; not known of what cannot be had for another reason. */
  readonly isSaid: boolean | null;
}

/** A value without a default is missing if the error says so. */
const ofConfig = (value: string): string => `
  let
    tried = attempt (text (${value}));
    error = builtins.replaceStrings [ "\\n" ] [ " " ] (or' "" (text tried.error));
    isMissing = match ".*(was accessed but has no value defined|used but not defined).*" error != null;
  in
  if tried.success then { value = tried.value; isSaid = true; }
  else { value = null; isSaid = if isMissing then false else null; }`;

const partial = "isPartial = or' [ ] (whole options._module.opaque.value) != [ ];";

const homes = `mapAttrs (_: home: ${ofConfig("home.home.stateVersion")}) (or' { } config.home-manager.users)`;

/** A default is given with the priority 1500, and anything that a module says has a lower one. */
const ofSystem = `
  let
    it = ${ofConfig("config.system.stateVersion")};
    priority = or' null options.system.stateVersion.highestPrio;
  in
  it // { isSaid = if isInt priority then priority < 1500 else if it.isSaid == true then null else it.isSaid; }`;

export const stateVersions = fact<StateVersions>("stateVersions", {
  nixos: `{ system = (${ofSystem}); homes = ${homes}; ${partial} }`,
  darwin: `{ system = (${ofSystem}); homes = ${homes}; ${partial} }`,
  home: `{ system = (${ofConfig("config.home.stateVersion")}); homes = { }; ${partial} }`,
});
