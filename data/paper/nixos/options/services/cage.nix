{
  config,
  lib,
  options,
  pkgs,
}:
{
  "program" = "${pkgs.xterm}/bin/xterm";
}
