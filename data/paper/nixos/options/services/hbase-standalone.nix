{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.hbase;
  "settings" = {
  "hbase.rootdir" = "file://${config.services.hbase-standalone.dataDir}/hbase";
  "hbase.zookeeper.property.dataDir" = "${config.services.hbase-standalone.dataDir}/zookeeper";
};
}
