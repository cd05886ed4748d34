{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.asmfmt;
}
