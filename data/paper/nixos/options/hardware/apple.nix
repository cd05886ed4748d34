{
  config,
  lib,
  options,
  pkgs,
}:
{
  "touchBar.package" = pkgs.tiny-dfr;
}
