{
  config,
  lib,
  options,
  pkgs,
}:
{
  "" = pkgs.nginxStable;
}
