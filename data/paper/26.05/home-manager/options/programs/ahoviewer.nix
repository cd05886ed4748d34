{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ahoviewer;
}
