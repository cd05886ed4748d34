{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nodePackages.prettier;
}
