{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.switcheroo-control;
}
