{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.erlfmt;
}
