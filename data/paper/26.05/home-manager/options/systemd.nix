{
  config,
  lib,
  options,
  pkgs,
}:
{
  "user.enable" = pkgs.stdenv.isLinux;
  "user.systemctlPath" = "${pkgs.systemd}/bin/systemctl";
}
