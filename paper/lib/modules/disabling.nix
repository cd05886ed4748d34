# Which modules others disable: the keys of those, which are often paths below `modulesPath`.
{ lib }:
let
  inherit (builtins)
    concatMap
    isAttrs
    isString
    substring
    typeOf
    ;

  keyOf =
    modulesPath: file: item:
    if isString item then
      if substring 0 1 item == "/" then item else "${toString modulesPath}/${item}"
    else if lib.strings.isConvertibleWithToString item then
      if item ? key && item.key != toString item then
        throw "Module `${file}` contains a disabledModules item that is an attribute set that can be converted to a string (${toString item}) but also has a `.key` attribute (${item.key}) with a different value. This makes it ambiguous which module should be disabled."
      else
        toString item
    else if item ? key then
      item.key
    else if isAttrs item then
      throw "Module `${file}` contains a disabledModules item that is an attribute set, presumably a module, that does not have a `key` attribute. This means that the module system doesn't have any means to identify the module that should be disabled. Make sure that you've put the correct value in disabledModules: a string path relative to modulesPath, a path value, or an attribute set with a `key` attribute."
    else
      throw "Each disabledModules item must be a path, string, or a attribute set with a key attribute, or a value supported by toString. However, one of the disabledModules items in `${toString file}` is none of that, but is of type ${typeOf item}.";
in
{
  keysIn = modulesPath: concatMap (it: map (keyOf modulesPath it.file) it.disabled);
}
