{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.vim-vint;
}
