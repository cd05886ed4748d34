/** Which secrets a host has sops-nix or agenix put in place, and by which key. */

import { type Fact, fact } from "../fact.ts";
import type { EvaluatedPosition } from "../undeclared.ts";

export interface SecretsFact {
  /** Of the host itself, and of homes that are a part of it. */
  readonly users: readonly SecretsUser[];
  /** Where file systems are mounted that are there before services start. */
  readonly mounts: readonly string[];
  readonly rootType: string | null;
}

export interface SecretsUser {
  /** Nothing for the host itself, else whose home it is. */
  readonly home: string | null;
  readonly secrets: readonly UsedSecret[];
  /** Keys by which sops-nix decrypts: SSH keys, a file of age keys, GnuPG. */
  readonly sshKeyPaths: readonly string[] | null;
  readonly keyFile: string | null;
  readonly hasGnupg: boolean;
}

export interface UsedSecret {
  readonly name: string;
  readonly tool: "sops" | "age";
  /** As the evaluation names it. */
  readonly file: string | null;
  /** The name of the value in the file, with slashes. */
  readonly key: string | null;
  readonly format: string | null;
  readonly path: string | null;
  readonly neededForUsers: boolean;
  readonly positions: readonly EvaluatedPosition[];
}

const words = `
let
  positionsIn = option: name: concatMap (it:
    let place = or' null (builtins.unsafeGetAttrPos name it.value); in
    if place == null || ! isAttrs place then [ ] else [ { file = text place.file; inherit (place) line column; } ]
  ) (or' [ ] option.definitionsWithLocations);
  secretsIn = system: options: home: {
    inherit home;
    secrets =
      pairs (name: it: {
        inherit name;
        tool = "sops";
        file = textOrNull it.sopsFile;
        key = textOrNull it.key;
        format = textOrNull it.format;
        path = textOrNull it.path;
        neededForUsers = or' false (it.neededForUsers or false);
        positions = positionsIn (options.sops.secrets or null) name;
      }) (or' { } (system.sops.secrets or { }))
      ++ pairs (name: it: {
        inherit name;
        tool = "age";
        file = textOrNull it.file;
        key = null;
        format = null;
        path = textOrNull it.path;
        neededForUsers = false;
        positions = positionsIn (options.age.secrets or null) name;
      }) (or' { } (system.age.secrets or { }));
    sshKeyPaths = or' null (whole (map text system.sops.age.sshKeyPaths));
    keyFile = textOrNull (or' null (system.sops.age.keyFile or null));
    hasGnupg = or' false (system.sops.gnupg.home or null != null);
  };
  homes = map (name: secretsIn config.home-manager.users.\${name} { } name) (names (config.home-manager.users or { }));
in`;

const system = `${words} {
  users = filter (it: it.secrets != [ ]) ([ (secretsIn config options null) ] ++ homes);
  mounts = or' [ ] (pairs (path: it: if path == "/" || ! or' false it.neededForBoot then null else path) config.fileSystems);
  rootType = textOrNull (or' null (config.fileSystems."/".fsType or null));
}`;

const home = `${words} {
  users = filter (it: it.secrets != [ ]) [ (secretsIn config options null) ];
  mounts = [ ];
  rootType = null;
}`;

export const secretsFact: Fact<SecretsFact> = fact("secrets", { nixos: system, darwin: system, home });
