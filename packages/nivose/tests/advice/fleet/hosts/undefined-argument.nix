{ pkgs, ... }:
{
  services.nginx.enable = lib.mkForce true;
}
