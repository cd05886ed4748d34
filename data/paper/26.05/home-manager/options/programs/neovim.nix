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
  "plugins.*.type" = name: if lib.versionAtLeast config.home.stateVersion "26.05" then "lua" else "viml";
  "waylandSupport" = pkgs.stdenv.isLinux;
  "withPython3" = if lib.versionAtLeast config.home.stateVersion "26.05" then false else true;
  "withRuby" = if lib.versionAtLeast config.home.stateVersion "26.05" then false else true;
}
