{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ssh-tpm-agent;
}
