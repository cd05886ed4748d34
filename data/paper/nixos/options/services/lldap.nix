{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.lldap;
}
