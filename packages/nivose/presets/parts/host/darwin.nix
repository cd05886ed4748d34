# @about@
{
  nixpkgs.hostPlatform = "@system@";
  # @if settings@

  @namespace@ = {
    @settings@
  };
  # @end@

  # The releases that this machine was installed with. They say in which form its data are: they stay as they are.
  system.stateVersion = @stateVersion@;
  home-manager.sharedModules = [ { home.stateVersion = "@homeStateVersion@"; } ];
}
