{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.envision;
}
