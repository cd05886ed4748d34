{
  config,
  lib,
  options,
  pkgs,
  ...
}@arguments:
let
  inherit (lib) mkDefault mkForce mkIf;
  cfg = config.proxmoxLXC;
in
{
  options = import ../../options-of.nix "virtualisation/proxmox-lxc" arguments;
  config = mkIf cfg.enable {
    system.build.tarball = import ../../../declare/unknown.nix "a tarball of a system";
    boot = {
      isContainer = true;
      loader.initScript.enable = true;
      postBootCommands = import ../../../declare/unknown.nix "what a container does when it starts";
    };
    console.enable = true;
    networking = mkIf (!cfg.manageNetwork) {
      useDHCP = false;
      useHostResolvConf = false;
      useNetworkd = true;
      hostName = mkIf (!cfg.manageHostName) (mkForce "");
    };
    security.wrappers.ping = mkIf (!cfg.privileged) {
      owner = "root";
      group = "root";
      capabilities = "cap_net_raw+p";
      source = "${pkgs.iputils.out}/bin/ping";
    };
    services.openssh = {
      enable = mkDefault true;
      startWhenNeeded = mkDefault true;
    };
    systemd = {
      mounts = mkIf (!cfg.privileged) [
        {
          enable = false;
          where = "/sys/kernel/debug";
        }
      ];
      services = {
        "autovt@" = {
          unitConfig.ConditionPathExists = [
            ""
            "/dev/%I"
          ];
          enable = mkForce true;
        };
        "getty@tty1".enable = mkForce true;
      };
    };
  };
}
