{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.oxipng;
}
