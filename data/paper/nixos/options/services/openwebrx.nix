{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.openwebrx;
}
