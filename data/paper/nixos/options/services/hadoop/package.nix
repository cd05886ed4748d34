{
  config,
  lib,
  options,
  pkgs,
}:
{
  "" = pkgs.hadoop;
}
