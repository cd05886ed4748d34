{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.oxfmt;
}
