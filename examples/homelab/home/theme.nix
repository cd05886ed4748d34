# One theme for everything with colours. A program takes its own name of it from here, so that they all change together.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  themes = {
    gruvbox = {
      neovim = {
        plugin = pkgs.vimPlugins.gruvbox-nvim;
        colorscheme = "gruvbox";
      };
      vscode = {
        extension = pkgs.vscode-extensions.jdinhlife.gruvbox;
        colorTheme = "Gruvbox Dark Medium";
      };
      bat = "gruvbox-dark";
    };
    nord = {
      neovim = {
        plugin = pkgs.vimPlugins.nord-nvim;
        colorscheme = "nord";
      };
      vscode = {
        extension = pkgs.vscode-extensions.arcticicestudio.nord-visual-studio-code;
        colorTheme = "Nord";
      };
      bat = "Nord";
    };
  };
  chosen = themes.${config.homelab.theme.name};
  part =
    type: description: default:
    lib.mkOption {
      inherit default description type;
      readOnly = true;
      defaultText = lib.literalMD "that of the theme";
    };
in
{
  options.homelab.theme = {
    name = lib.mkOption {
      type = lib.types.enum (builtins.attrNames themes);
      default = "gruvbox";
      description = "The theme.";
    };
    neovim = {
      plugin = part lib.types.package "The plugin of Neovim that has it." chosen.neovim.plugin;
      colorscheme = part lib.types.str "Its name in Neovim." chosen.neovim.colorscheme;
    };
    vscode = {
      extension = part lib.types.package "The extension of VSCode that has it." chosen.vscode.extension;
      colorTheme = part lib.types.str "Its name in VSCode." chosen.vscode.colorTheme;
    };
    bat = part lib.types.str "Its name in bat." chosen.bat;
  };
}
