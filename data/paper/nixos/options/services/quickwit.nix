{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.quickwit;
}
