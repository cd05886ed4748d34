{
  config,
  lib,
  pkgs,
  ...
}:
let
  inherit (lib) types;
  inherit (declare) option;
  declare = import ../options.nix { inherit lib; };
  cfg = config.sops;
  home = "${config.xdg.configHome}/sops-nix/secrets";

  secret =
    { name, ... }:
    {
      options =
        declare.secret {
          inherit name;
          format = cfg.defaultSopsFormat;
        }
        // {
          key = option types.str (if cfg.defaultSopsKey != null then cfg.defaultSopsKey else name);
          path = option types.str "${cfg.defaultSymlinkPath}/${name}";
          sopsFile = option types.path cfg.defaultSopsFile;
        };
    };

  template =
    { config, ... }:
    {
      options = declare.template {
        inherit (config._module.args) name;
        path = "${home}/rendered/${config.name}";
        file = pkgs.writeText config.name config.content;
      };
    };

  qubes = cfg.gnupg.qubes-split-gpg;
in
{
  options.sops =
    lib.recursiveUpdate
      (declare.sops {
        inherit secret template;
        ageKeys = [ ];
        gnupgKeys = [ ];
      })
      {
        defaultSopsKey = option (types.nullOr types.str) null;
        defaultSymlinkPath = option types.str home;
        defaultSecretsMountPoint = option types.str "%r/secrets.d";
        gnupg.qubes-split-gpg = {
          enable = option types.bool false;
          domain = option (types.nullOr types.str) null;
        };
      };

  config = lib.mkMerge [
    (lib.mkIf (cfg.templates != { }) { sops.placeholder = declare.placeholders cfg.secrets; })
    (lib.mkIf (cfg.secrets != { }) {
      home.sessionVariables = lib.mkIf qubes.enable { SOPS_GPG_EXEC = "qubes-gpg-client-wrapper"; };

      sops.environment = {
        SOPS_GPG_EXEC = lib.mkMerge [
          (lib.mkIf (cfg.gnupg.home != null || cfg.gnupg.sshKeyPaths != [ ]) (
            lib.mkDefault "${pkgs.gnupg}/bin/gpg"
          ))
          (lib.mkIf qubes.enable (lib.mkDefault config.home.sessionVariables.SOPS_GPG_EXEC))
        ];
        QUBES_GPG_DOMAIN = lib.mkIf qubes.enable (lib.mkDefault qubes.domain);
      };

      assertions = [
        {
          assertion =
            cfg.gnupg.home != null
            || cfg.gnupg.sshKeyPaths != [ ]
            || qubes.enable
            || cfg.age.keyFile != null
            || cfg.age.sshKeyPaths != [ ];
          message = "No key source configured for sops. Either set services.openssh.enable or set sops.age.keyFile or sops.gnupg.home or sops.gnupg.qubes-split-gpg.enable";
        }
        {
          assertion =
            lib.count (given: given) [
              (cfg.gnupg.home != null)
              (cfg.gnupg.sshKeyPaths != [ ])
              qubes.enable
            ] < 2;
          message = "Exactly one of sops.gnupg.home, sops.gnupg.qubes-split-gpg.enable and sops.gnupg.sshKeyPaths must be set";
        }
        {
          assertion = qubes.enable -> qubes.domain != null && qubes.domain != "";
          message = "sops.gnupg.qubes-split-gpg.domain is required when sops.gnupg.qubes-split-gpg.enable is set to true";
        }
      ];
    })
  ];
}
