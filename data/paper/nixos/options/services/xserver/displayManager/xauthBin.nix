{
  config,
  lib,
  options,
  pkgs,
}:
{
  "" = "${pkgs.xorg.xauth}/bin/xauth";
}
