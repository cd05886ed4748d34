{
  config,
  lib,
  options,
  pkgs,
  ...
}@arguments:
let
  cfg = config.proxmox;
  inherit (cfg) partitionTableType;
  hasBios = builtins.elem partitionTableType [
    "legacy"
    "hybrid"
    "legacy+gpt"
  ];
  hasEfi = builtins.elem partitionTableType [
    "efi"
    "hybrid"
  ];
  needs = what: bios: {
    assertion = what.holds -> cfg.qemuConf.bios == bios;
    message = "${what.name} requires '${bios}' bios";
  };
  table = name: {
    holds = partitionTableType == name;
    name = "'${name}' disk partitioning";
  };
in
{
  imports = [
    ./disk-size-option.nix
    (lib.mkRenamedOptionModuleWith {
      sinceRelease = 2411;
      from = [
        "proxmox"
        "qemuConf"
        "diskSize"
      ];
      to = [
        "virtualisation"
        "diskSize"
      ];
    })
  ];
  options = import ../../options-of.nix "virtualisation/proxmox-image" arguments;
  config = {
    assertions = [
      (needs {
        holds = config.boot.loader.systemd-boot.enable;
        name = "systemd-boot";
      } "ovmf")
      (needs (table "efi") "ovmf")
      (needs (table "legacy") "seabios")
      (needs (table "legacy+gpt") "seabios")
    ];
    system.build.VMA = import ../../../declare/unknown.nix "an image of a disk";
    boot = {
      growPartition = true;
      kernelParams = [ "console=ttyS0" ];
      loader = {
        timeout = 0;
        grub = {
          device = lib.mkDefault (if hasBios then "/dev/vda" else "nodev");
          efiSupport = lib.mkDefault hasEfi;
          efiInstallAsRemovable = lib.mkDefault hasEfi;
        };
      };
      initrd.availableKernelModules = [
        "uas"
        "virtio_blk"
        "virtio_pci"
      ];
    };
    fileSystems = {
      "/" = {
        device = "/dev/disk/by-label/nixos";
        autoResize = true;
        fsType = "ext4";
      };
      "/boot" = lib.mkIf hasEfi {
        device = "/dev/disk/by-label/ESP";
        fsType = "vfat";
      };
    };
    networking = lib.mkIf cfg.cloudInit.enable {
      hostName = lib.mkForce "";
      useDHCP = false;
    };
    services = {
      cloud-init = lib.mkIf cfg.cloudInit.enable {
        enable = true;
        network.enable = true;
      };
      sshd.enable = lib.mkDefault true;
      qemuGuest.enable = true;
    };
    proxmox.qemuExtraConf.${cfg.cloudInit.device} =
      "${cfg.cloudInit.defaultStorage}:vm-9999-cloudinit,media=cdrom";
  };
}
