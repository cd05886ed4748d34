{
  config,
  lib,
  options,
  pkgs,
}:
{
  "" = pkgs.systemd;
}
