{
  config,
  lib,
  options,
  pkgs,
  ...
}@arguments:
{
  options = import ../../options-of.nix "virtualisation/amazon-init" arguments;
  config = lib.mkIf config.virtualisation.amazon-init.enable {
    systemd.services.amazon-init = {
      description = "Reconfigure the system from EC2 userdata on startup";
      wantedBy = [ "multi-user.target" ];
      after = [ "multi-user.target" ];
      requires = [ "network-online.target" ];
      path = [
        "/run/wrappers"
        "/run/current-system/sw"
      ];
      restartIfChanged = false;
      unitConfig.X-StopOnRemoval = false;
      serviceConfig = {
        Type = "oneshot";
        RemainAfterExit = true;
      };
      script = import ../../../declare/unknown.nix "the script of amazon-init";
    };
  };
}
