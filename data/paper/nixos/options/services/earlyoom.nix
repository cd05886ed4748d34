{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.earlyoom;
}
