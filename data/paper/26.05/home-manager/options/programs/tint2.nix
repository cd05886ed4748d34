{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.tint2;
}
