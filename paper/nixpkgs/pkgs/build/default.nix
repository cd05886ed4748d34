# How derivations on paper are built: by any Nix since 2.8, on any machine, without a network.
{
  bare = import ./bare.nix;
  text = import ./text.nix;
  tree = import ./tree.nix;
}
