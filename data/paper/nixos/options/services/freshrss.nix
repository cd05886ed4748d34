{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.freshrss;
}
