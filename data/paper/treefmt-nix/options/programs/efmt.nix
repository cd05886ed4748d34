{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.efmt;
}
