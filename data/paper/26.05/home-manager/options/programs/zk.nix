{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.zk;
}
