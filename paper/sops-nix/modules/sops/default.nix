{ config, lib, ... }:
let
  declare = import ../options.nix { inherit lib; };
  groupOf = owner: if owner != null then config.users.users.${owner}.group else null;
in
{
  imports = [
    (import ../system.nix {
      file = ./default.nix;
      owner = null;
      groupOf = {
        secret = groupOf;
        template = groupOf;
      };
      key = cfg: name: if cfg.defaultSopsKey != null then cfg.defaultSopsKey else name;
      sshKeys = lib.optionals config.services.openssh.enable config.services.openssh.hostKeys;
      units = true;
    })
    (lib.mkRenamedOptionModule [ "sops" "gnupgHome" ] [ "sops" "gnupg" "home" ])
    (lib.mkRenamedOptionModule [ "sops" "sshKeyPaths" ] [ "sops" "gnupg" "sshKeyPaths" ])
  ];

  options.sops = {
    defaultSopsKey = declare.option (lib.types.nullOr lib.types.str) null;
    useTmpfs = declare.option lib.types.bool false;
  };

  config.assertions = [
    {
      assertion =
        lib.any (secret: secret.neededForUsers) (lib.attrValues config.sops.secrets)
        && config.systemd.sysusers.enable
        -> config.users.mutableUsers;
      message = ''
        systemd.sysusers.enable in combination with sops.secrets.<name>.neededForUsers can only work with config.users.mutableUsers enabled.
        See https://github.com/Mic92/sops-nix/issues/475
      '';
    }
  ];
}
