{ pkgs, ... }:
{
  imports = [ ./installation-cd-graphical-base.nix ];
  environment.systemPackages = [
    pkgs.libsForQt5.kpmcore
    pkgs.calamares-nixos
    pkgs.calamares-nixos-extensions
    pkgs.glibcLocales
  ];
  i18n.supportedLocales = [ "all" ];
}
