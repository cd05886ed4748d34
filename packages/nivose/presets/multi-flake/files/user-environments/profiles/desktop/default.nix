# A screen: everything that the command line has, Hyprland, and programs with windows.
{
  imports = [
    ../minimal
    ./applications.nix
    ./bar.nix
    ./hyprland.nix
    ./lock.nix
  ];
}
