{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.blueman;
}
