{
  config,
  lib,
  options,
  pkgs,
}:
{
  "" = pkgs.strongswan;
}
