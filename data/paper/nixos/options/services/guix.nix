{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.guix;
}
