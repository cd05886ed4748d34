{
  imports = [ ../profiles/docker-container.nix ];
  boot.postBootCommands = "echo \"docker\" > /run/systemd/container\n";
  networking.firewall.enable = false;
  services.openssh.startWhenNeeded = false;
}
