{
  config,
  lib,
  options,
  pkgs,
}:
{
  "lockerCommand" = "${pkgs.i3lock}/bin/i3lock";
}
