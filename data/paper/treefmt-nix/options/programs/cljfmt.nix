{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.cljfmt;
}
