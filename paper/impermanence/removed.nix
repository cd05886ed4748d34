# What a place that outlives a boot had when directories were mounted with bindfs.
{
  lib,
  name,
  usersOpts,
}:
let
  removed =
    option: why:
    lib.mkRemovedOptionModule [ option ] ''
      ▹ persistence."${name}":
      ${why}'';
in
if usersOpts then
  [
    (removed "home" ''
      ${"    "}The home directory is now automatically deduced, rendering this option useless.
    '')
  ]
else
  [
    (removed "allowOther" ''
      ${"    "}As real bind mounts are now used instead of bindfs, `allowOther' is no longer needed.
    '')
    (removed "removePrefixDirectory" ''
      ${"    "}The use of prefix directories is deprecated and the functionality has been removed.
      ${"    "}If you depend on this functionality, use the `home-manager-v1' branch.
    '')
    (removed "defaultDirectoryMethod" ''
      ${"    "}As real bind mounts are now used instead of bindfs, changing the default directory linking
      ${"    "}method is deprecated.
    '')
  ]
