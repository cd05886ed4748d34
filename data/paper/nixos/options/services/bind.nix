{
  config,
  lib,
  options,
  pkgs,
}:
{
  "forwarders" = config.networking.nameservers;
  "package" = pkgs.bind;
  "zones.<name>.name" = name: "${name}";
}
