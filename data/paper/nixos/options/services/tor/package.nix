{
  config,
  lib,
  options,
  pkgs,
}:
{
  "" = pkgs.tor;
}
