{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.alvr;
}
