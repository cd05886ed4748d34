{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.yamlfmt;
}
