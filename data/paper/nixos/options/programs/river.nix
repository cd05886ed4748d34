{
  config,
  lib,
  options,
  pkgs,
}:
{
  "extraPackages" = with pkgs; [ swaylock foot dmenu ];
  "package" = pkgs.river;
}
