{
  config,
  lib,
  options,
  pkgs,
}:
{
  "extraPackages" = p: [];
}
