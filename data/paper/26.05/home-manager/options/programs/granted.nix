{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.granted;
}
