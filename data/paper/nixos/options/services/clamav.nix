{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.clamav;
}
