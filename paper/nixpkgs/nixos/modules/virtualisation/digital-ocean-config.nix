{
  config,
  lib,
  modulesPath,
  options,
  pkgs,
  ...
}@arguments:
let
  inherit (lib) mkDefault mkIf;
  cfg = config.virtualisation.digitalOcean;
  oneshot = {
    serviceConfig.Type = "oneshot";
  };
in
{
  imports = [
    (modulesPath + "/profiles/qemu-guest.nix")
    (modulesPath + "/virtualisation/digital-ocean-init.nix")
  ];
  options = import ../../options-of.nix "virtualisation/digital-ocean-config" arguments;
  config = {
    fileSystems."/" = mkDefault {
      device = "/dev/disk/by-label/nixos";
      autoResize = true;
      fsType = "ext4";
    };
    boot = {
      growPartition = true;
      kernelParams = [
        "console=ttyS0"
        "panic=1"
        "boot.panic_on_fail"
      ];
      initrd.kernelModules = [ "virtio_scsi" ];
      kernelModules = [
        "virtio_pci"
        "virtio_net"
      ];
      loader.grub.devices = [ "/dev/vda" ];
    };
    services = {
      openssh = {
        enable = mkDefault true;
        settings.PasswordAuthentication = mkDefault false;
      };
      do-agent.enable = mkDefault true;
    };
    networking.hostName = mkDefault "";
    systemd.services = {
      digitalocean-metadata = oneshot;
      digitalocean-set-root-password = mkIf cfg.setRootPassword oneshot;
      digitalocean-set-hostname = mkIf (config.networking.hostName == "") oneshot;
      digitalocean-ssh-keys = mkIf cfg.setSshKeys oneshot;
      digitalocean-entropy-seed = mkIf cfg.seedEntropy oneshot;
    };
  };
}
