{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.jsonfmt;
}
