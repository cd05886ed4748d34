{
  config,
  lib,
  pkgs,
  ...
}:
let
  inherit (lib) mkDefault mkIf;
  cfg = config.openstack;
in
{
  imports = [
    ../profiles/qemu-guest.nix
    ../profiles/headless.nix
    ./ec2-data.nix
    ./amazon-init.nix
  ];
  fileSystems = {
    "/" = mkIf (!cfg.zfs.enable) {
      device = "/dev/disk/by-label/nixos";
      fsType = "ext4";
      autoResize = true;
    };
    "/boot" = mkIf (cfg.efi || cfg.zfs.enable) {
      device = "/dev/disk/by-label/ESP";
      fsType = "vfat";
    };
  };
  boot = {
    growPartition = true;
    kernelParams = [ "console=tty1" ];
    zfs.devNodes = mkIf cfg.zfs.enable "/dev/";
    loader = {
      timeout = 1;
      grub = {
        device = if cfg.efi then "nodev" else "/dev/vda";
        efiSupport = cfg.efi;
        efiInstallAsRemovable = cfg.efi;
        extraConfig = "serial --unit=1 --speed=115200 --word=8 --parity=no --stop=1\nterminal_output console serial\nterminal_input console serial\n";
      };
    };
  };
  services = {
    zfs.expandOnBoot = mkIf cfg.zfs.enable (mkDefault "all");
    openssh = {
      enable = true;
      settings = {
        PermitRootLogin = "prohibit-password";
        PasswordAuthentication = mkDefault false;
      };
    };
  };
  networking.hostName = mkDefault "";
  systemd.services = {
    "serial-getty@tty1".enable = true;
    openstack-init = {
      path = [ pkgs.wget ];
      description = "Fetch Metadata on startup";
      wantedBy = [ "multi-user.target" ];
      before = [
        "apply-ec2-data.service"
        "amazon-init.service"
      ];
      wants = [ "network-online.target" ];
      after = [ "network-online.target" ];
      restartIfChanged = false;
      unitConfig.X-StopOnRemoval = false;
      serviceConfig = {
        Type = "oneshot";
        RemainAfterExit = true;
      };
    };
  };
}
