{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.libinfinity;
}
