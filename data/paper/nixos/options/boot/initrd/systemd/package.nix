{
  config,
  lib,
  options,
  pkgs,
}:
{
  "" = config.systemd.package;
}
