{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.krb5;
}
