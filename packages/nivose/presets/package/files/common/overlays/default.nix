# Adds the packages to nixpkgs, built from its own.
@overlayArgument@
final: _prev: removeAttrs (import ../packages { pkgs = final;@semicolonSources@ }) [ "default" ]
