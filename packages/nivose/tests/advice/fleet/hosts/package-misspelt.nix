{ pkgs, ... }:
{
  environment.systemPackages = [ pkgs.vim-full-typo ];
}
