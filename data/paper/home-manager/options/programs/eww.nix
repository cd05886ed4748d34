{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.eww;
}
