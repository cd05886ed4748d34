{
  config,
  lib,
  options,
  pkgs,
}:
{
  "host" = config.networking.domain or config.networking.hostName;
  "package" = pkgs.tmate-ssh-server;
}
