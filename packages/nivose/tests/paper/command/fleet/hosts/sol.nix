{ inputs, pkgs, ... }:
{
  imports = [ inputs.web.nixosModules.default ];
  nixpkgs.overlays = [ inputs.web.overlays.default ];
  services.webs.port = 80;
  services.openssh.enable = true;
  environment.systemPackages = [
    inputs.web.packages.${pkgs.system}.tools
    pkgs.web-from-overlay
  ];
  networking.domain = inputs.web.lib.domainOf "sol";
}
