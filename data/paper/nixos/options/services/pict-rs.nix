{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pict-rs;
}
