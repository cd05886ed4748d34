{
  config,
  lib,
  options,
  pkgs,
}:
{
  "hbase.package" = pkgs.hbase;
  "log4jProperties" = "${config.services.hadoop.package}/etc/hadoop/log4j.properties";
  "mapredSiteDefault" = {
  "mapreduce.framework.name" = "yarn";
  "yarn.app.mapreduce.am.env" = "HADOOP_MAPRED_HOME=${config.services.hadoop.package}";
  "mapreduce.map.env" = "HADOOP_MAPRED_HOME=${config.services.hadoop.package}";
  "mapreduce.reduce.env" = "HADOOP_MAPRED_HOME=${config.services.hadoop.package}";
};
  "package" = pkgs.hadoop;
}
