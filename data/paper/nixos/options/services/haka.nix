{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.haka;
}
