{
  config,
  lib,
  options,
  pkgs,
}:
{
  "extraPackages" = pkgs.xdotool pkgs.coreutils pkgs.xorg.xprop;
  "package" = pkgs.fusuma;
}
