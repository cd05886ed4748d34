{
  config,
  lib,
  options,
  pkgs,
}:
{
  "extraPackages" = with pkgs; [ nettools ];
  "package" = pkgs.zabbix.agent;
}
