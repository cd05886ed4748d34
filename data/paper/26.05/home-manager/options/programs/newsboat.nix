{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.newsboat;
}
