# What only ry has, on every machine. What everybody has is in home/default.nix.
{ pkgs, ... }:
{
  home.packages = [ pkgs.tldr ];
}
