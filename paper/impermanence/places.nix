# The files and directories of all places that are enabled: of the machine, of its users, and of the users' homes.
{ config, lib }:
let
  ofMachine = lib.filter (place: place.enable) (lib.attrValues config.environment.persistence);
  ofUsers = lib.concatMap (place: lib.attrValues place.users) ofMachine;
  ofHomes = lib.filter (place: place.enable) (
    lib.concatMap (user: lib.attrValues (user.home.persistence or { })) (
      lib.attrValues (config.home-manager.users or { })
    )
  );
in
lib.zipAttrsWith (_: lib.flatten) (ofMachine ++ ofUsers ++ ofHomes)
