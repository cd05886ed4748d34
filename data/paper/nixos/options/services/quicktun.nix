{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.remotePort" = name: config.services.quicktun.${name}.localPort;
}
