{
  config,
  lib,
  options,
  pkgs,
}:
{
  "" = pkgs.thanos;
}
