# web-01: the web server
{ pkgs, ... }:
{
  imports = [
    ./disk.nix
    ./hardware.nix
  ];

  mxmlabs = {
    roles.server = {
      enable = true;

      web = {
        enable = true;
        email = "mara@example.org";
        sites."web-01.mxmlabs.example.org".root = pkgs.landing-page;
      };
    };
  };

  # The releases that this machine was installed with. They say in which form its data are: they stay as they are.
  system.stateVersion = "26.05";
  home-manager.sharedModules = [ { home.stateVersion = "26.05"; } ];
}
