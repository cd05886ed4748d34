{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.xonsh;
}
