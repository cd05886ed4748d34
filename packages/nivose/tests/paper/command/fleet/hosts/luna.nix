{ inputs, lib, ... }:
{
  imports = [ inputs.home-manager.nixosModules.home-manager ];
  services.openssh.enable = true;
  services.openssh.ports = lib.mkForce [ 2222 ];
  networking.firewall.allowedTCPPorts = [ 443 ];
  home-manager.users.ada = {
    home.stateVersion = "24.11";
    programs.git.enable = true;
  };
}
