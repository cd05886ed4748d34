{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.abook;
}
