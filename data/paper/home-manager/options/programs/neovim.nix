{
  config,
  lib,
  options,
  pkgs,
}:
{
  "coc.package" = pkgs.vimPlugins.coc-nvim;
  "extraLuaPackages" = ps: [ ];
  "extraPython3Packages" = ps: [ ];
  "package" = pkgs.neovim-unwrapped;
  "plugins.*.runtime.<name>.target" = name1: name: name;
}
