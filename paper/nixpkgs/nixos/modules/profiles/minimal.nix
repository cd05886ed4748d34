{ lib, ... }:
let
  off = lib.mkDefault false;
in
{
  documentation = {
    enable = off;
    doc.enable = off;
    info.enable = off;
    man.enable = off;
    nixos.enable = off;
  };
  environment = {
    defaultPackages = lib.mkDefault [ ];
    stub-ld.enable = off;
  };
  programs = {
    less.lessopen = lib.mkDefault null;
    command-not-found.enable = off;
  };
  boot.enableContainers = off;
  services = {
    logrotate.enable = off;
    udisks2.enable = off;
  };
  xdg = {
    autostart.enable = off;
    icons.enable = off;
    mime.enable = off;
    sounds.enable = off;
  };
}
