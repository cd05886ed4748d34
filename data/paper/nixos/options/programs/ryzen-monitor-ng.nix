{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ryzen-monitor-ng;
}
