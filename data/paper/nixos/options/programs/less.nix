{
  config,
  lib,
  options,
  pkgs,
}:
{
  "lessopen" = "|${pkgs.lesspipe}/bin/lesspipe.sh %s";
  "package" = pkgs.less;
}
