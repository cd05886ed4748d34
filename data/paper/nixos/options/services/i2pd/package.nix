{
  config,
  lib,
  options,
  pkgs,
}:
{
  "" = pkgs.i2pd;
}
