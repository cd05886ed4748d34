{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.bat;
}
