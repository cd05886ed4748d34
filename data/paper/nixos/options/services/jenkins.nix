{
  config,
  lib,
  options,
  pkgs,
}:
{
  "jobBuilder.accessTokenFile" = "${config.services.jenkins.home}/secrets/initialAdminPassword";
  "package" = pkgs.jenkins;
  "packages" = [ pkgs.stdenv pkgs.git pkgs.jdk17 config.programs.ssh.package pkgs.nix ];
}
