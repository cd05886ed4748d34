{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.dublin-traceroute;
}
