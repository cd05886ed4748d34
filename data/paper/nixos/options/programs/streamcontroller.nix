{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.streamcontroller;
}
