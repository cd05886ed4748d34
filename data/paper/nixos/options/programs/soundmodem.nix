{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.soundmodem;
}
