{
  config,
  lib,
  options,
  pkgs,
}:
{
  "" = {
  "mapreduce.framework.name" = "yarn";
  "yarn.app.mapreduce.am.env" = "HADOOP_MAPRED_HOME=${config.services.hadoop.package}";
  "mapreduce.map.env" = "HADOOP_MAPRED_HOME=${config.services.hadoop.package}";
  "mapreduce.reduce.env" = "HADOOP_MAPRED_HOME=${config.services.hadoop.package}";
};
}
