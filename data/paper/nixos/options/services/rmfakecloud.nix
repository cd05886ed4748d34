{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.rmfakecloud;
}
