# A module system that fits on a page, with the words of nixpkgs' own.
options: files:
let
  names = builtins.attrNames options;
  path = name: builtins.filter builtins.isString (builtins.split "[.]" name);
  find = set: path: builtins.foldl' (found: name: found.${name} or null) set path;
  modules = map (file: { inherit file; settings = import file { inherit config; pkgs.hello = "hello"; }; }) files;
  from = file: "\n- In `${toString file}'";
  value =
    name:
    let
      defined = builtins.filter (each: each.value != null) (
        map (
          { file, settings }:
          {
            inherit file;
            value = builtins.addErrorContext "while evaluating definitions from `${toString file}':" (
              find settings (path name)
            );
          }
        ) modules
      );
      first = (builtins.head defined).value;
    in
    if builtins.length defined > 1 then
      throw "The option `${name}' has conflicting definition values:${
        builtins.concatStringsSep "" (map (each: from each.file) defined)
      }"
    else if builtins.typeOf first != options.${name} then
      throw "A definition for option `${name}' is not of type `${options.${name}}'. Definition values:${
        from (builtins.head defined).file
      }"
    else
      first;
  checked =
    name:
    builtins.addErrorContext "while evaluating the option `${name}':" (value name);
  known = builtins.concatMap (module: builtins.filter (name: !(builtins.elem name (map (each: builtins.head (path each)) names))) (builtins.attrNames module.settings)) modules;
  config =
    if known != [ ] then
      throw "The option `${builtins.head known}' does not exist. Definition values:${from (builtins.head modules).file}"
    else
      builtins.listToAttrs (map (name: { inherit name; value = checked name; }) names);
in
config
