# @name@: @about@
{
  # The version of nix-darwin's defaults that it was set up with. It is never raised.
  system.stateVersion = @stateVersion@;

  @namespace@.homeStateVersion = "@homeStateVersion@";
}
