{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.sqls;
}
