{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.todoman;
}
