# book: the MacBook
{
  nixpkgs.hostPlatform = "aarch64-darwin";

  mxmlabs = {
    platforms.darwin.owner = "jonas";
    roles.workstation = {
      enable = true;
      development = {
        python.enable = true;
        go.enable = true;
        containers.enable = true;
      };
    };
  };

  # The releases that this machine was installed with. They say in which form its data are: they stay as they are.
  system.stateVersion = 6;
  home-manager.sharedModules = [ { home.stateVersion = "26.05"; } ];
}
