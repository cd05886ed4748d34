{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.net-snmp;
}
