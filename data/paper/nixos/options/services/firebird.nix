{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.firebird;
}
