# `nix develop .#<name>`. Each file is one shell; `default` is for work on this repository.
{ pkgs }:
{
  default = pkgs.mkShell {
    name = "@shellName@";
    packages = [
      pkgs.deadnix
      pkgs.nil
      pkgs.@nixfmt@
      pkgs.statix
      # @if secrets@
      pkgs.age
      pkgs.mkpasswd
      pkgs.sops
      pkgs.ssh-to-age
      # @end@
    ];
  };

  @shellLines@
}
