{
  config,
  lib,
  options,
  pkgs,
}:
{
  "geoclue2Package" = pkgs.geoclue2-with-demo-agent;
  "package" = pkgs.localtime;
}
