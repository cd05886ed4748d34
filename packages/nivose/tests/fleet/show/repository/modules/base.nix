{ lib, ... }:
{
  services.openssh.enable = true;
  networking.firewall.allowedTCPPorts = [ 22 ];
  environment.systemPackages = [
    { pname = "git"; }
    { name = "vim-9.1"; }
    (throw "this package is broken")
  ];
  programs.zsh.enable = true;
}
