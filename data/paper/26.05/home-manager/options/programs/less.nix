{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.less;
}
