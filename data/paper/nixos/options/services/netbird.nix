{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.netbird;
  "server.dashboard.package" = pkgs.netbird-dashboard;
  "server.management.package" = pkgs.netbird;
  "server.signal.package" = pkgs.netbird;
  "tunnels.<name>.stateDir" = name: "netbird-${name}";
}
