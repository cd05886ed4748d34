{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.prometheus-alertmanager;
}
