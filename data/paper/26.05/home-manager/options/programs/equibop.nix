{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.equibop;
}
