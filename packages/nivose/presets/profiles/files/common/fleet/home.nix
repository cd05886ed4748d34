# A home on a machine that somebody else looks after.
{
  host,
  lib,
  pkgs,
  user,
  ...
}:
let
  person = (import ../../users).${user};
  roles = import ../../roles;
  on = names: lib.genAttrs names (_: { enable = true; });
in
{
  home = {
    username = user;
    homeDirectory = (if pkgs.stdenv.hostPlatform.isDarwin then "/Users/" else "/home/") + user;
    packages = import ../packages.nix pkgs;
  };
  programs.home-manager.enable = true;
  targets.genericLinux.enable = pkgs.stdenv.hostPlatform.isLinux;

  @ns@ = {
    person = { inherit (person) fullName email; };
    profiles = on host.profiles;
    roles = on (lib.intersectLists host.roles roles.home);
  };
}
