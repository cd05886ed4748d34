{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.kdlfmt;
}
