{
  config,
  lib,
  options,
  pkgs,
}:
{
  "" = "${config.services.hadoop.package}/etc/hadoop/log4j.properties";
}
