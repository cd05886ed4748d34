# vmhost: the hypervisor in the rack at home
{
  imports = [
    ./disk.nix
    ./hardware.nix
  ];

  mxmlabs = {
    roles.hypervisor.enable = true;
  };

  # The releases that this machine was installed with. They say in which form its data are: they stay as they are.
  system.stateVersion = "26.05";
  home-manager.sharedModules = [ { home.stateVersion = "26.05"; } ];
}
