{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.lazysql;
}
