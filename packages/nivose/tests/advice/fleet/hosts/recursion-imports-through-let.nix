{ pkgs, ... }:
let
  isServer = pkgs.stdenv.isLinux;
in
{
  imports = if isServer then [ ../modules/web.nix ] else [ ];
}
