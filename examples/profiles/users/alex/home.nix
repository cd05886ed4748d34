# What is particular to this person; what everybody has comes from the profiles and roles of the machine.
{ lib, ... }:
{
  # The release that this home was first used with. It stays as it is: updates do not touch it.
  home.stateVersion = lib.mkDefault "26.05";
}
