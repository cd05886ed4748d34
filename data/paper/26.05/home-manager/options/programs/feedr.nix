{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.feedr;
}
