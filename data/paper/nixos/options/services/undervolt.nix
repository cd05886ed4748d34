{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.undervolt;
}
