{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.netbird;
  "server.coturn.openPorts" = with config.services.coturn; [
  listening-port
  alt-listening-port
  tls-listening-port
  alt-tls-listening-port
];
  "server.dashboard.package" = pkgs.netbird-dashboard;
  "server.management.package" = pkgs.netbird;
  "server.signal.package" = pkgs.netbird;
  "tunnels.<name>.stateDir" = name: "netbird-${name}";
}
