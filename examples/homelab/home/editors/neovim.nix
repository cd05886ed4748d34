# Neovim: on every machine. On those for development it has language servers, too.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.homelab;
in
{
  programs.neovim = {
    enable = true;
    defaultEditor = true;
    viAlias = true;
    vimAlias = true;

    plugins = [
      cfg.theme.neovim.plugin
      pkgs.vimPlugins.gitsigns-nvim
      pkgs.vimPlugins.lualine-nvim
      pkgs.vimPlugins.telescope-nvim
    ]
    ++ lib.optionals cfg.development.enable [
      pkgs.vimPlugins.nvim-lspconfig
      pkgs.vimPlugins.nvim-treesitter.withAllGrammars
    ];

    extraPackages = lib.optionals cfg.development.enable [
      pkgs.gopls
      pkgs.nil
      pkgs.pyright
      pkgs.terraform-ls
      pkgs.typescript-language-server
    ];

    initLua = builtins.readFile ./neovim.lua + ''
      vim.cmd.colorscheme("${cfg.theme.neovim.colorscheme}")
    '';
  };
}
