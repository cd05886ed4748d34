{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.tmate-ssh-server;
}
