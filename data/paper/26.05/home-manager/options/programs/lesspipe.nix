{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.lesspipe;
}
