# Which files of NixOS a configuration disables, as paths below `nixos/modules`. On paper the options of a file are not a
# module that could be left out, so that the configuration is looked through for `disabledModules` beforehand. A file that
# is imported by its path as well stays: whoever takes it from another nixpkgs disables the one and imports the other, and
# on paper both are the same.
{
  lib,
  modules,
  specialArgs,
  config,
  options,
}:
let
  modulesPath = toString ../modules;

  arguments = {
    inherit
      lib
      config
      options
      modulesPath
      ;
  }
  // specialArgs;

  opened =
    module:
    if lib.isFunction module then
      opened (
        module (
          arguments
          // builtins.mapAttrs (name: _: arguments.${name} or config._module.args.${name}) (
            lib.functionArgs module
          )
        )
      )
    else if builtins.isAttrs module then
      module
    else
      opened (import module);

  node =
    place: module:
    let
      content = opened module;
      written = lib.isFunction module || builtins.isAttrs module;
    in
    {
      inherit content;
      key = if written then toString (content.key or place) else toString module;
    };

  found = builtins.genericClosure {
    startSet = lib.imap0 (nr: node "${toString nr}") modules;
    operator = { key, content }: lib.imap0 (nr: node "${key}:${toString nr}") (content.imports or [ ]);
  };

  keyOf =
    module:
    if builtins.isAttrs module then
      toString module.key
    else if builtins.isString module && builtins.substring 0 1 module != "/" then
      "${modulesPath}/${module}"
    else
      toString module;

  prefix = "${modulesPath}/";
  disabled = lib.concatMap (module: map keyOf (module.content.disabledModules or [ ])) found;
  imported = lib.listToAttrs (map (module: lib.nameValuePair module.key null) found);
in
if disabled == [ ] then
  [ ]
else
  map (lib.removePrefix prefix) (
    builtins.filter (key: lib.hasPrefix prefix key && !(imported ? ${key})) disabled
  )
