{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.karabiner-elements;
}
