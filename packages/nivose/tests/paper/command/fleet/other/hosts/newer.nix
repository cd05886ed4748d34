# Packages that a later release may have: one, one of a set, and one that a function makes.
{ lib, pkgs, ... }:
{
  networking.hostName = "newer";
  environment.systemPackages = with pkgs; [
    git
    later-fonts.large
    (later-tool.override { withGui = false; })
  ];
  services.openssh.banner = lib.getExe pkgs.later-login;
  environment.etc.made.source = pkgs.writeLaterFile "made" { a = 1; };
}
