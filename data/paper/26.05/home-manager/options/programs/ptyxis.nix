{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ptyxis;
}
