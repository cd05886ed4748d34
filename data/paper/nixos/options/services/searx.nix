{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.searxng;
}
