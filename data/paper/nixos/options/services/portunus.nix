{
  config,
  lib,
  options,
  pkgs,
}:
{
  "ldap.package" = pkgs.openldap.override { libxcrypt = pkgs.libxcrypt-legacy; };
  "package" = pkgs.portunus;
}
