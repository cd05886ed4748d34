{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.certmgr;
}
