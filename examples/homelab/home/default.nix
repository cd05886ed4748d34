# The home of everybody, on every machine: shell, Git, theme. What belongs to one person is in users/<name>.nix.
{
  imports = [
    ./development
    ./editors
    ./git.nix
    ./shell.nix
    ./theme.nix
  ];

  programs.home-manager.enable = true;
}
