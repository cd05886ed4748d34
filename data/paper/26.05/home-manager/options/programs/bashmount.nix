{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.bashmount;
}
