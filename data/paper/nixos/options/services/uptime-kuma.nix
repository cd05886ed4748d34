{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.uptime-kuma;
}
