# The packages of shared/packages: as outputs, and as an overlay that every host has.
{
  flake.overlays.default = final: _previous: import ../shared/packages final;

  perSystem =
    { pkgs, ... }:
    {
      packages = import ../shared/packages pkgs;
    };
}
