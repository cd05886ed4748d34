{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.asciinema;
}
