{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.texinfoInteractive;
}
