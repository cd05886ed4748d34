{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.waveterm;
}
