# What people have in their homes, on every platform. These modules look at `pkgs` only for values, never for imports.
{
  imports = [
    ./desktop.nix
    ./development.nix
    ./editor.nix
    ./git.nix
    ./person.nix
    ./shell.nix
  ];
}
