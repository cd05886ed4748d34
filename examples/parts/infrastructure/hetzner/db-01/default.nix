# db-01: the database
{ config, ... }:
{
  imports = [
    ./disk.nix
    ./hardware.nix
    ./secrets.nix
  ];

  mxmlabs = {
    roles.server = {
      enable = true;

      database = {
        enable = true;
        databases.app.passwordFile = config.sops.secrets."database/app".path;
        clients = [ "10.42.0.0/16" ];
      };

      backup = {
        enable = true;
        repositoryFile = config.sops.secrets."backup/repository".path;
        passwordFile = config.sops.secrets."backup/password".path;
      };
    };
  };

  # The releases that this machine was installed with. They say in which form its data are: they stay as they are.
  system.stateVersion = "26.05";
  home-manager.sharedModules = [ { home.stateVersion = "26.05"; } ];
}
