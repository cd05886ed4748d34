{
  config,
  lib,
  options,
  pkgs,
}:
{
  "" = if config.networking.hostName == ""
then "unnamed"
else config.networking.hostName;
}
