{
  config,
  lib,
  pkgs,
  ...
}:
let
  inherit (lib) mkDefault mkIf;
  cfg = config.ec2;
in
{
  imports = [
    ../profiles/headless.nix
    ./ec2-data.nix
    ./amazon-init.nix
  ];
  boot = {
    growPartition = true;
    zfs.devNodes = mkIf cfg.zfs.enable "/dev/";
    extraModulePackages = [ config.boot.kernelPackages.ena ];
    initrd = {
      kernelModules = [ "xen-blkfront" ];
      availableKernelModules = [ "nvme" ];
    };
    kernelParams = [
      "console=ttyS0,115200n8"
      "random.trust_cpu=on"
    ];
    blacklistedKernelModules = [
      "nouveau"
      "xen_fbfront"
    ];
    loader = {
      timeout = 1;
      grub = {
        device = if cfg.efi then "nodev" else "/dev/xvda";
        efiSupport = cfg.efi;
        efiInstallAsRemovable = cfg.efi;
        extraConfig = "serial --unit=0 --speed=115200 --word=8 --parity=no --stop=1\nterminal_output console serial\nterminal_input console serial\n";
      };
    };
  };
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
  systemd.services = {
    fetch-ec2-metadata = {
      wantedBy = [ "multi-user.target" ];
      wants = [ "network-online.target" ];
      after = [ "network-online.target" ];
      path = [ pkgs.curl ];
      serviceConfig = {
        Type = "oneshot";
        StandardOutput = "journal+console";
      };
    };
    "serial-getty@ttyS0".enable = true;
  };
  services = {
    zfs.expandOnBoot = mkIf cfg.zfs.enable "all";
    amazon-ssm-agent.enable = true;
    openssh = {
      enable = true;
      settings.PermitRootLogin = "prohibit-password";
    };
    udev.packages = [ pkgs.amazon-ec2-utils ];
    udisks2.enable = false;
  };
  networking = {
    hostName = mkDefault "";
    timeServers = [ "169.254.169.123" ];
  };
  environment.systemPackages = [ pkgs.cryptsetup ];
}
