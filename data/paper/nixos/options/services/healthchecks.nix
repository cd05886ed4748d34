{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.healthchecks;
}
