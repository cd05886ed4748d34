{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.vdirsyncer;
}
