{
  config,
  lib,
  options,
  pkgs,
}:
{
  "jre" = pkgs.zookeeper.jre;
  "package" = pkgs.zookeeper;
}
