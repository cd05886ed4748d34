{
  config,
  lib,
  options,
  pkgs,
  ...
}@arguments:
{
  options = import ../../options-of.nix "virtualisation/azure-agent" arguments;
  config = lib.mkIf config.virtualisation.azure.agent.enable {
    assertions = [
      {
        assertion = !config.networking.networkmanager.enable;
        message = "Windows Azure Linux Agent is not compatible with NetworkManager";
      }
    ];
    boot.initrd.kernelModules = [ "ata_piix" ];
    networking = {
      firewall.allowedUDPPorts = [ 68 ];
      dhcpcd.persistent = true;
    };
    services = {
      udev.packages = [ pkgs.waagent ];
      logrotate = {
        enable = true;
        settings."/var/log/waagent.log" = {
          compress = true;
          frequency = "monthly";
          rotate = 6;
        };
      };
    };
    systemd = {
      targets.provisioned.description = "Services Requiring Azure VM provisioning to have finished";
      services = {
        consume-hypervisor-entropy.wantedBy = [
          "sshd.service"
          "waagent.service"
        ];
        waagent.wantedBy = [ "multi-user.target" ];
      };
    };
  };
}
