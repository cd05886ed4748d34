{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.quickwit;
  "settings.version" = 0.7;
}
