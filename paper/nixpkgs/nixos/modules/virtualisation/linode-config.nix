{ lib, pkgs, ... }:
{
  imports = [ ../profiles/qemu-guest.nix ];
  services.openssh = {
    enable = true;
    settings = {
      PermitRootLogin = "prohibit-password";
      PasswordAuthentication = lib.mkDefault false;
    };
  };
  networking = {
    usePredictableInterfaceNames = false;
    useDHCP = false;
    interfaces.eth0 = {
      useDHCP = true;
      tempAddress = "disabled";
    };
  };
  environment.systemPackages = [
    pkgs.inetutils
    pkgs.mtr
    pkgs.sysstat
  ];
  fileSystems."/" = {
    fsType = "ext4";
    device = "/dev/sda";
    autoResize = true;
  };
  swapDevices = lib.mkDefault [ { device = "/dev/sdb"; } ];
  boot = {
    initrd.availableKernelModules = [
      "virtio_pci"
      "virtio_scsi"
      "ahci"
      "sd_mod"
    ];
    kernelParams = [ "console=ttyS0,19200n8" ];
    kernelModules = [ "virtio_net" ];
    loader = {
      timeout = lib.mkForce 10;
      grub = {
        enable = true;
        forceInstall = true;
        device = "nodev";
        extraConfig = "serial --speed=19200 --unit=0 --word=8 --parity=no --stop=1;\nterminal_input serial;\nterminal_output serial\n";
      };
    };
  };
}
