{
  config,
  lib,
  options,
  pkgs,
}:
{
  "introducers.<name>.package" = name: pkgs.tahoelafs;
  "nodes.<name>.package" = name: pkgs.tahoelafs;
}
