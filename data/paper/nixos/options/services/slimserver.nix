{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.slimserver;
}
