{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.vifm;
}
