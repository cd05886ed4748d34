{
  config,
  lib,
  options,
  pkgs,
}:
{
  "" = pkgs.kubernetes;
}
