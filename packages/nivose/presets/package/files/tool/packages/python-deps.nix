# Python packages that nixpkgs lacks, as an extension of its set. Whatever it has is taken from there, so that nothing is
# defined twice. One that a later release has may be written `prev.NAME or (final.callPackage ./NAME.nix { })`.
_final: _prev: { }
