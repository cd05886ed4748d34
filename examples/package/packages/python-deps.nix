# Python packages that nixpkgs lacks, as an extension of its set. Whatever it has is taken from there, so that nothing is
# defined twice: NixOS 24.11 has no hyprpy, and where a later release has one, that one is used.
{ sources }:
final: prev: {
  xwaykeyz = final.callPackage ./xwaykeyz.nix { source = sources.xwaykeyz; };

  hyprpy = prev.hyprpy or (final.callPackage ./hyprpy.nix { source = sources.hyprpy; });
}
