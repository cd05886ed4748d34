# SSH: a server that takes keys and no passwords, and the keys that may administer the machine.
{ config, lib, ... }:
let
  cfg = config.mxmlabs.base.security;
in
{
  options.mxmlabs.base.security = {
    enable = lib.mkEnableOption "SSH with keys only, and other basic security";

    rootKeys = lib.mkOption {
      type = lib.types.listOf lib.types.singleLineStr;
      default = lib.concatMap (person: lib.optionals person.admin person.sshKeys) (
        builtins.attrValues config.mxmlabs.base.users.people
      );
      defaultText = lib.literalMD "the keys of everybody who has an account and may become root";
      description = "Public keys that may log in as root, where the platform allows it: deployments do.";
    };

    sudoMinutes = lib.mkOption {
      type = lib.types.ints.unsigned;
      default = 5;
      description = "For how many minutes sudo remembers that somebody has typed a password.";
    };
  };

  config = lib.mkIf cfg.enable {
    services.openssh.enable = true;

    security.sudo.extraConfig = ''
      Defaults timestamp_timeout=${toString cfg.sudoMinutes}
    '';
  };
}
