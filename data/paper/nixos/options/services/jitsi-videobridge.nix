{
  config,
  lib,
  options,
  pkgs,
}:
{
  "xmppConfigs.<name>.hostName" = name: name;
}
