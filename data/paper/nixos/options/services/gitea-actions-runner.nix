{
  config,
  lib,
  options,
  pkgs,
}:
{
  "instances.<name>.hostPackages" = name: with pkgs; [
  bash
  coreutils
  curl
  gawk
  gitMinimal
  gnused
  nodejs
  wget
];
  "package" = pkgs.gitea-actions-runner;
}
