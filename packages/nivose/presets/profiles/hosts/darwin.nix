{
  # What nix-darwin counted when this was installed. It stays as it is: updates do not touch it.
  system.stateVersion = @stateVersion@;

  # Applications of this Mac alone; those of all Macs come from its profiles and roles.
  @ns@.homebrew.casks = [ ];
}
