{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.autotiling;
}
