{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.neovim-unwrapped;
  "runtime.<name>.target" = name: name;
}
