# What every kind of device has: hooks of its scripts, its parent, and what disko makes of it.
{
  diskoLib,
  lib,
  rootMountPoint,
}:
{ config, ... }:
let
  inherit (lib) types;
  hooks = [
    "preCreateHook"
    "postCreateHook"
    "preMountHook"
    "postMountHook"
    "preUnmountHook"
    "postUnmountHook"
  ];

  # The scripts are not written on paper.
  internal = lib.genAttrs [
    "_create"
    "_mount"
    "_unmount"
    "_meta"
    "_pkgs"
  ] (name: diskoLib.derived (diskoLib.unknown "${name} of a device of disko"));
in
{
  options = lib.genAttrs hooks (_: diskoLib.option types.lines "") // internal;
  config._module.args = { inherit diskoLib rootMountPoint; };
}
