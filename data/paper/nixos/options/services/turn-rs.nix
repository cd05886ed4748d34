{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.turn-rs;
}
