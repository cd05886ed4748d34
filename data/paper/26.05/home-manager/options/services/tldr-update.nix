{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.tldr;
}
