{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.sct;
}
