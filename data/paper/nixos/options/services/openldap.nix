{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.openldap;
}
