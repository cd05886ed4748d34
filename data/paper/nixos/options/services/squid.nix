{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.squid;
}
