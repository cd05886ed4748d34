/** Who gets into a machine, and who becomes root there. What is not known is \`null\`. */

import { fact } from "../fact.ts";

export interface AccessFact {
  readonly ssh: {
    readonly isOn: boolean | null;
    readonly ports: readonly number[] | null;
    readonly opensFirewall: boolean | null;
    readonly permitRoot: string | null;
    readonly hasPasswords: boolean | null;
    readonly allowUsers: readonly string[] | null;
    /** Settings by which anybody may be let in: certificates, commands that know keys, blocks for single users. */
    readonly isOpenEnded: boolean;
    /** Whether keys in home directories count, which no configuration knows. */
    readonly readsHomes: boolean;
  };
  /** Ways in besides OpenSSH, such as Tailscale's own. */
  readonly otherWays: readonly string[];
  readonly users: readonly UserAccess[] | null;
  readonly mutableUsers: boolean | null;
  readonly root: {
    /** Programs by which somebody becomes root. */
    readonly programs: readonly string[];
    readonly needsPassword: boolean | null;
    /** Rules of sudo or doas for others than the group `wheel`. */
    readonly hasRules: boolean | null;
    /** Whether something besides a password proves who somebody is. */
    readonly hasOtherProof: boolean;
  };
  readonly isContainer: boolean;
}

export interface UserAccess {
  readonly name: string;
  readonly keys: readonly string[];
  /** In files, which are not read. */
  readonly keyFiles: number;
  readonly hasPassword: boolean;
  readonly isWheel: boolean;
}

const nix = `
let
  ssh = config.services.openssh;
  orNull = or' null;
  settings = or' { } ssh.settings;
  isFilled = value: let it = or' null value; in it != null && it != "" && it != [ ] && it != { } && it != "none";
  password = user: builtins.any (name: (or' null (user.\${name} or null)) != null)
    [ "password" "hashedPassword" "initialPassword" "initialHashedPassword" "passwordFile" "hashedPasswordFile" ];
  isLocked = user: let it = or' null (user.hashedPassword or null); in isString it && match "[!*].*" it != null;
  lastPart = path: foldl' (set: name: or' { } (set.\${name} or { })) config path;
  isOn = path: or' false ((lastPart path).enable or false == true);
  flags = or' "" (text (builtins.toJSON [ (config.services.tailscale.extraUpFlags or [ ]) (config.services.tailscale.extraSetFlags or [ ]) ]));
in {
  ssh = {
    isOn = orNull ssh.enable;
    ports = orNull (whole (map (it: it + 0) ssh.ports));
    opensFirewall = orNull ssh.openFirewall;
    permitRoot = textOrNull settings.PermitRootLogin;
    hasPasswords = let it = or' true (settings.PasswordAuthentication or true); other = or' true (settings.KbdInteractiveAuthentication or true); in
      if isBool it && isBool other then it || other else null;
    allowUsers = let it = or' null (settings.AllowUsers or null); in if isList it then map text it else null;
    isOpenEnded = isFilled ssh.extraConfig || isFilled (ssh.authorizedKeysCommand or null) || isFilled (settings.TrustedUserCAKeys or null)
      || isFilled (settings.AllowGroups or null) || isFilled (settings.AuthorizedKeysFile or null);
    readsHomes = or' true (ssh.authorizedKeysInHomedir or true);
  };
  otherWays = filter (it: it != null) [
    (if isOn [ "services" "tailscale" ] && match ".*--ssh.*" flags != null then "tailscale" else null)
    (if isOn [ "services" "teleport" ] then "teleport" else null)
    (if isOn [ "services" "dropbear" ] then "dropbear" else null)
  ];
  users = or' null (whole (map (name: let user = config.users.users.\${name}; in {
    inherit name;
    keys = or' [ ] (whole (map text user.openssh.authorizedKeys.keys));
    keyFiles = or' 0 (length user.openssh.authorizedKeys.keyFiles);
    hasPassword = password user && ! isLocked user;
    isWheel = or' false (elem "wheel" (user.extraGroups ++ [ user.group ]) || elem name (config.users.groups.wheel.members or [ ]));
  }) (filter (name: or' false (let user = config.users.users.\${name}; in name == "root" || user.isNormalUser
    || user.openssh.authorizedKeys.keys != [ ] || user.openssh.authorizedKeys.keyFiles != [ ])) (attrNames config.users.users))));
  mutableUsers = orNull config.users.mutableUsers;
  root = {
    programs = filter (it: it != null) (map (path: if isOn path then elemAt path (length path - 1) else null)
      [ [ "security" "sudo" ] [ "security" "sudo-rs" ] [ "security" "doas" ] [ "security" "please" ] ]);
    needsPassword = orNull (
      if isOn [ "security" "sudo" ] then config.security.sudo.wheelNeedsPassword
      else if isOn [ "security" "sudo-rs" ] then config.security.sudo-rs.wheelNeedsPassword
      else if isOn [ "security" "doas" ] then config.security.doas.wheelNeedsPassword
      else true);
    hasRules = orNull (builtins.any (set: isFilled (set.extraConfig or null) || isFilled (set.extraRules or null) || isFilled (set.configFile or null))
      [ (or' { } { inherit (config.security.sudo) extraConfig extraRules; }) (or' { } { inherit (config.security.sudo-rs) extraConfig extraRules; }) (or' { } { inherit (config.security.doas) extraConfig extraRules; }) ]);
    hasOtherProof = builtins.any isOn [ [ "security" "pam" "sshAgentAuth" ] [ "security" "pam" "rssh" ] [ "security" "pam" "u2f" ] [ "services" "fprintd" ] [ "services" "sssd" ] [ "services" "kanidm" ] ];
  };
  isContainer = or' false config.boot.isContainer;
}
`;

export const accessFact = fact<AccessFact>("access", { nixos: nix });
