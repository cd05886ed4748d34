{ lib, pkgs, ... }:
let
  on = lib.mkDefault true;
  off = lib.mkDefault false;
in
{
  boot = {
    initrd.systemd.enable = on;
    enableContainers = off;
    loader.grub.enable = off;
  };
  system = {
    etc.overlay.enable = on;
    disableInstallerTools = on;
    forbiddenDependenciesRegexes = [ "perl" ];
  };
  services.userborn.enable = on;
  programs = {
    less.lessopen = lib.mkDefault null;
    command-not-found.enable = off;
  };
  environment = {
    defaultPackages = lib.mkDefault [ ];
    systemPackages = [ pkgs.nixos-rebuild ];
  };
  documentation.info.enable = off;
}
