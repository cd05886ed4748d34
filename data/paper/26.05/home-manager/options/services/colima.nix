{
  config,
  lib,
  options,
  pkgs,
}:
{
  "bashPackage" = pkgs.bashNonInteractive;
  "colimaHomeDir" = if config.xdg.enable && lib.versionAtLeast config.home.stateVersion "26.05" then
  "$XDG_CONFIG_HOME/colima"
else
  ".colima";
  "coreutilsPackage" = pkgs.coreutils;
  "curlPackage" = pkgs.curl;
  "dockerPackage" = pkgs.docker;
  "kubectlPackage" = pkgs.kubectl;
  "package" = pkgs.colima;
  "perlPackage" = pkgs.perl;
  "profiles.<name>.name" = name: "${name}";
  "profiles" = {
  default = {
    isActive = true;
    isService = true;
    setDockerHost = lib.versionAtLeast config.home.stateVersion "26.05";
  };
};
  "sshPackage" = pkgs.openssh;
}
