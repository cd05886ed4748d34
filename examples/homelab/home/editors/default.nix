# Editors. Both take their colours from theme.nix.
{
  imports = [
    ./neovim.nix
    ./vscode.nix
  ];
}
