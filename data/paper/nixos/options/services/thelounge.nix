{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.thelounge;
}
