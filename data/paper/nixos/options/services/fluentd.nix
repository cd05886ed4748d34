{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.fluentd;
}
