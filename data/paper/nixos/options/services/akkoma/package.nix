{
  config,
  lib,
  options,
  pkgs,
}:
{
  "" = pkgs.akkoma;
}
