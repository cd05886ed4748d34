{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.name" = name: name;
  "<name>.tempAddress" = name: config.networking.tempAddresses;
  "<name>.virtualType" = name: let inherit (lib) hasPrefix; in
if hasPrefix "tun" name then "tun" else "tap";
}
