{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.hstr;
}
