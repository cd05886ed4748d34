{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.amberol;
}
