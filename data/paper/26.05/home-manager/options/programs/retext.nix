{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.retext;
}
