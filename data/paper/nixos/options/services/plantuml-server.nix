{
  config,
  lib,
  options,
  pkgs,
}:
{
  "graphvizPackage" = pkgs.graphviz;
  "package" = pkgs.plantuml-server;
  "packages.jdk" = pkgs.jdk;
  "packages.jetty" = pkgs.jetty_11;
}
