{
  config,
  lib,
  options,
  pkgs,
}:
{
  "packageConfigurable" = pkgs.vim-full;
}
