# @name@: @about@
{
  imports = [
    # @if disk@
    ./disk.nix
    # @end@
    ./hardware.nix
    # @if services@
    ./services.nix
    # @end@
  ];

  # The release that it was installed with. It is never raised.
  system.stateVersion = "@stateVersion@";

  @namespace@.homeStateVersion = "@stateVersion@";
  # @if parallels@

  # Shared folders, the clipboard and the size of the screen. The tools are not free software; see lib/unfree.nix.
  hardware.parallels.enable = true;
  # @end@
}
