{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.openarena;
}
