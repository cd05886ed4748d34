{
  config,
  lib,
  options,
  pkgs,
}:
{
  "askPassword" = "${pkgs.x11_ssh_askpass}/libexec/x11-ssh-askpass";
  "enableAskPassword" = config.services.xserver.enable;
  "package" = pkgs.openssh;
}
