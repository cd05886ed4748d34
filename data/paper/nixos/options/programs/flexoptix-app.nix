{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.flexoptix-app;
}
