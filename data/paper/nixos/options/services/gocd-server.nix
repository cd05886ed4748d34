{
  config,
  lib,
  options,
  pkgs,
}:
{
  "packages" = [ pkgs.stdenv pkgs.jre pkgs.git config.programs.ssh.package pkgs.nix ];
}
