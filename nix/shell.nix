# What one needs to work on it. Nix itself is there already.
{
  mkShell,
  git,
  nixfmt-tree,
  nodejs,
}:
mkShell {
  packages = [
    git
    nixfmt-tree
    nodejs
  ];
}
