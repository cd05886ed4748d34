{
  config,
  lib,
  options,
  pkgs,
}:
{
  "receivers.<name>.postgresqlPackage" = name: pkgs.postgresql;
}
