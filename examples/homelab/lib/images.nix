# Installation media: an SD card for each Raspberry Pi, an ISO for each machine with the role `bootstrap`. They are the
# host's own configuration with the image on top, so the first start is the finished system.
{ fleet, inputs }:
pkgs:
let
  inherit (inputs.nixpkgs) lib;
  modules = inputs.nixpkgs + "/nixos/modules/installer";

  here = lib.filterAttrs (
    _: host: host.kind == "nixos" && host.system == pkgs.stdenv.hostPlatform.system
  ) fleet.hosts;

  variant =
    name: module:
    (inputs.self.nixosConfigurations.${name}.extendModules { modules = [ module ]; }).config;

  sdCards = lib.filterAttrs (_: host: host.hardware == "raspberry-pi") here;
  isos = lib.filterAttrs (
    _: host: builtins.elem "bootstrap" host.roles && host.hardware != "raspberry-pi"
  ) here;
in
lib.mapAttrs' (
  name: _:
  lib.nameValuePair "sd-image-${name}"
    (variant name (modules + "/sd-card/sd-image-aarch64.nix")).system.build.sdImage
) sdCards
// lib.mapAttrs' (
  name: _:
  lib.nameValuePair "iso-${name}"
    (variant name (modules + "/cd-dvd/installation-cd-minimal.nix")).system.build.isoImage
) isos
