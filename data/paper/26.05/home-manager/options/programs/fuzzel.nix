{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.fuzzel;
}
