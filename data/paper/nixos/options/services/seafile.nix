{
  config,
  lib,
  options,
  pkgs,
}:
{
  "seahubPackage" = pkgs.seahub;
}
