{
  config,
  lib,
  options,
  pkgs,
}:
{
  "" = pkgs.prometheus;
}
