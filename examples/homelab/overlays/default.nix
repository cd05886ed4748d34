# `additions` are the packages in pkgs/, `modifications` are changes to those of nixpkgs.
{
  additions = final: _prev: import ../pkgs final;
  modifications = import ./modifications.nix;
}
