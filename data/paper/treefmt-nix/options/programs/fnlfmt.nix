{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.fnlfmt;
}
