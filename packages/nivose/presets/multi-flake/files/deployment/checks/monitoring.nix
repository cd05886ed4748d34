# A station that is monitored is asked by a server.
{
  hosts,
  lib,
  stations,
}:
let
  monitoringOf = station: station.config.@namespace@.services.monitoring;
  monitored = lib.filterAttrs (_: station: (monitoringOf station).enable) stations;
  addressOf = name: hosts.${name}.address or name;
  addresses = map addressOf (builtins.attrNames monitored);
  targets = lib.concatMap (
    station: lib.optionals (monitoringOf station).server.enable (monitoringOf station).server.targets
  ) (builtins.attrValues monitored);
in
map (address: "${address} is monitored, and no server asks it") (lib.subtractLists targets addresses)
