{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.deluge-2_x;
}
