{
  config,
  lib,
  options,
  pkgs,
}:
{
  "askPassword" = "${pkgs.x11_ssh_askpass}/libexec/x11-ssh-askpass";
  "enableAskPassword" = config.services.xserver.enable;
  "knownHosts.<name>.hostNames" = name: [ name ] ++ config.programs.ssh.knownHosts.${name}.extraHostNames;
  "package" = pkgs.openssh;
}
