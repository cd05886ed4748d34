{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pyenv;
}
