{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.lanraragi;
}
