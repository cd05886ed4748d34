{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.twingate;
}
