{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.opensnitch-ui;
}
