{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.homepage-dashboard;
}
