{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.neovim-unwrapped;
}
