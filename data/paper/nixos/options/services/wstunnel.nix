{
  config,
  lib,
  options,
  pkgs,
}:
{
  "clients.<name>.package" = name: pkgs.wstunnel;
  "servers.<name>.package" = name: pkgs.wstunnel;
}
