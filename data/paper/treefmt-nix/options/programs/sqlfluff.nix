{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.sqlfluff;
}
