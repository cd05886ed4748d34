{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.boinc;
}
