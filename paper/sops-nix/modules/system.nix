# What NixOS and nix-darwin have alike: secrets of a whole machine.
{
  file,
  owner,
  groupOf,
  key,
  sshKeys,
  units,
}:
{
  config,
  lib,
  pkgs,
  ...
}:
let
  inherit (lib) types;
  inherit (declare) option;
  declare = import ./options.nix { inherit lib; };
  cfg = config.sops;
  package = import ../package { inherit (pkgs.stdenv.hostPlatform) system; } "sops-install-secrets";

  secret =
    { config, ... }:
    let
      folder = if config.neededForUsers then "/run/secrets-for-users" else "/run/secrets";
    in
    {
      options =
        declare.secret {
          inherit (config._module.args) name;
          format = cfg.defaultSopsFormat;
        }
        // declare.numericOwner
        // lib.optionalAttrs units declare.units
        // {
          key = option types.str (key cfg config._module.args.name);
          path = option types.str "${folder}/${config.name}";
          owner = option (types.nullOr types.str) owner;
          group = option (types.nullOr types.str) (groupOf.secret config.owner);
          sopsFile = option types.path cfg.defaultSopsFile;
          sopsFileHash =
            option types.str (
              lib.optionalString cfg.validateSopsFiles "${builtins.hashFile "sha256" config.sopsFile}"
            )
            // {
              readOnly = true;
            };
          neededForUsers = option types.bool false;
        };
    };

  template =
    { config, ... }:
    {
      options =
        declare.template {
          inherit (config._module.args) name;
          path = "/run/secrets/rendered/${config.name}";
          file = pkgs.writeText config.name config.content;
        }
        // declare.numericOwner
        // lib.optionalAttrs units declare.units
        // {
          owner = option (types.nullOr types.singleLineStr) null;
          group = option (types.nullOr types.singleLineStr) (groupOf.template config.owner);
        };
    };

  sshKeysOf =
    type:
    map (key: key.path) (
      lib.filter (key: key.type == type && !(lib.hasPrefix "/run/secrets" key.path)) sshKeys
    );
in
{
  _file = file;

  options.sops =
    declare.sops {
      inherit secret template;
      ageKeys = sshKeysOf "ed25519";
      gnupgKeys = sshKeysOf "rsa";
    }
    // {
      package = option types.package package;
      validationPackage = option types.package cfg.package;
    };

  config = lib.mkMerge [
    (lib.mkIf (cfg.secrets != { }) {
      sops.environment.SOPS_GPG_EXEC = lib.mkIf (cfg.gnupg.home != null || cfg.gnupg.sshKeyPaths != [ ]) (
        lib.mkDefault "${pkgs.gnupg}/bin/gpg"
      );
    })
    (lib.mkIf (cfg.templates != { }) { sops.placeholder = declare.placeholders cfg.secrets; })
    { assertions = import ./assertions.nix { inherit lib cfg; }; }
  ];
}
