{ pkgs, ... }:
{
  nixpkgs.overlays = [
    (final: prev: {
      hello = final.hello // {
        version = "3";
      };
    })
  ];
  environment.systemPackages = [ pkgs.hello ];
}
