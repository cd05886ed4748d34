{
  config,
  lib,
  options,
  pkgs,
}:
{
  "extraPackages" = pkgs.xdotool pkgs.coreutils pkgs.xprop;
  "package" = pkgs.fusuma;
}
