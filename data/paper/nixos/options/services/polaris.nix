{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.polaris;
}
