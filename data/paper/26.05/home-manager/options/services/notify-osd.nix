{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.notify-osd;
}
