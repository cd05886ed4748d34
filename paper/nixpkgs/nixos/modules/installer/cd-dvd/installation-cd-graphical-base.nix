{ lib, pkgs, ... }:
{
  imports = [ ./installation-cd-base.nix ];
  services = {
    xserver.enable = true;
    spice-vdagentd.enable = true;
    qemuGuest.enable = true;
    xe-guest-utilities.enable = pkgs.stdenv.hostPlatform.isx86;
  };
  networking = {
    networkmanager.enable = true;
    wireless.enable = lib.mkImageMediaOverride false;
  };
  powerManagement.enable = true;
  virtualisation = {
    vmware.guest.enable = pkgs.stdenv.hostPlatform.isx86;
    hypervGuest.enable = true;
    virtualbox.guest.enable = false;
  };
  boot.plymouth.enable = true;
  environment.defaultPackages = with pkgs; [
    gparted
    vim
    nano
    git
    rsync
    firefox
    mesa-demos
  ];
}
