{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.goxlr-utility;
}
