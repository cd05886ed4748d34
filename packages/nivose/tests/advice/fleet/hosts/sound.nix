{ pkgs, lib, ... }:
{
  environment.systemPackages = with pkgs; [
    git
    ripgrep
  ];
  services.nginx.enable = true;
  services.nginx.virtualHosts."a.example".enableACME = true;
  networking.hostName = lib.mkForce "sound";
}
