{
  config,
  lib,
  options,
  pkgs,
}:
{
  "servedNetworks.<name>.package" = name: pkgs.zeronsd;
}
