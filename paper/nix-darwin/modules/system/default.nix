# The Mac as a derivation: a record of what is defined in it, and its files of /etc.
{
  config,
  lib,
  options,
  pkgs,
  ...
}:
let
  cfg = config.system;

  record = import ../record/record.nix {
    inherit lib;
    mayDeclareMore = config._module.opaque or [ ] != [ ];
    defined = import ../record/defined.nix { inherit config lib options; };
    base = map toString (import ../module-list.nix);
  };

  # What cannot be known on paper does not fail on paper.
  fails =
    demand:
    let
      holds = builtins.tryEval demand.assertion;
    in
    holds.success && !holds.value;
  failed = lib.filter fails config.assertions;

  etc = lib.filter (file: file.enable) (lib.attrValues config.environment.etc);
  content =
    file: if file.text != null then { inherit (file) text; } else { link = "${file.source}"; };
  known = lib.filter (
    file: (builtins.tryEval (builtins.deepSeq (content file) file.target)).success
  ) etc;

  set =
    members:
    "{${
      lib.concatMapStringsSep ",\n" ({ name, text, ... }: "${builtins.toJSON name}: ${text}") members
    }}";
  member = name: value: {
    inherit name;
    text = builtins.toJSON value;
  };

  toplevel = import ../../package/build/tree.nix {
    name = "darwin-system-${cfg.darwinLabel}";
    files = {
      "darwin-version".text = cfg.darwinLabel;
      "system".text = pkgs.stdenv.hostPlatform.system;
      "system.json".text = set [
        (member "system" pkgs.stdenv.hostPlatform.system)
        (member "release" cfg.darwinRelease)
        (member "unknown" record.unknown)
        (member "etc" (map (file: file.target) etc))
        {
          name = "options";
          text = set record.things;
        }
      ];
    }
    // lib.listToAttrs (map (file: lib.nameValuePair "etc/${file.target}" (content file)) known);
  };

  # Terminals show it in red.
  escape = builtins.fromJSON ''"\u001b"'';
  warned = lib.foldr (
    warning: builtins.trace "${escape}[1;31mwarning: ${warning}${escape}[0m"
  ) toplevel config.warnings;
in
{
  config.system = {
    path = pkgs.buildEnv {
      name = "system-path";
      paths = config.environment.systemPackages;
      inherit (config.environment) extraOutputsToInstall pathsToLink;
    };
    build.toplevel =
      if failed == [ ] then
        warned
      else
        throw "\nFailed assertions:\n${
          lib.concatMapStringsSep "\n" (demand: "- ${demand.message}") failed
        }";
  };
}
