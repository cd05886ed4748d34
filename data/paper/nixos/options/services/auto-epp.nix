{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.auto-epp;
}
