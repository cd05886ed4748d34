{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.tp-auto-kbbl;
}
