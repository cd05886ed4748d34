{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mpdris2-rs;
}
