{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.autorandr;
}
