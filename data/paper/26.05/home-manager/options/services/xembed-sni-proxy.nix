{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.kdePackages.plasma-workspace;
}
