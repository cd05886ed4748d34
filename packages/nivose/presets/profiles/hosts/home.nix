{
  # The release that it was first used with. It stays as it is: updates do not touch it.
  home.stateVersion = "@stateVersion@";
}
