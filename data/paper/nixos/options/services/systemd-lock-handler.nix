{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.systemd-lock-handler;
}
