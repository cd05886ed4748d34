{ pkgs, lib, ... }:
{
  nixpkgs.overlays = lib.optional pkgs.stdenv.isLinux (final: prev: { });
  environment.systemPackages = [ pkgs.hello ];
}
