{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.automatic-timezoned;
}
