# Declarations of one option by several modules become one.
{ lib }:
let
  inherit (builtins) foldl' head tail;
  inherit (lib.options) showFiles showOption;
  inherit (lib.modules) setDefaultModuleLocation;

  # An option that is declared by data says itself which files declare it.
  filesOf = { _file, options, ... }: options.declared or [ _file ];

  positionOf =
    declaration:
    if declaration.pos != null then
      declaration.pos
    else
      {
        file = declaration._file;
        line = null;
        column = null;
      };

  modulesOf =
    declaration:
    let
      modules = declaration.options.type.getSubModules or null;
    in
    if modules == null then [ ] else map (setDefaultModuleLocation declaration._file) modules;

  first =
    loc: declaration:
    declaration.options
    // {
      inherit loc;
      declarations = filesOf declaration;
      declarationPositions = [ (positionOf declaration) ];
      options = modulesOf declaration;
    };

  add =
    loc: option: declaration:
    let
      added = declaration.options;
      haveBoth = name: added ? ${name} && option ? ${name};
      type = if haveBoth "type" then option.type.typeMerge added.type.functor else null;
    in
    if
      haveBoth "default"
      || haveBoth "example"
      || haveBoth "description"
      || haveBoth "apply"
      || haveBoth "type" && type == null
    then
      throw "The option `${showOption loc}' in `${declaration._file}' is already declared in ${showFiles option.declarations}."
    else
      added
      // option
      // {
        declarations = option.declarations ++ filesOf declaration;
        declarationPositions = option.declarationPositions ++ [ (positionOf declaration) ];
        options = modulesOf declaration ++ option.options;
      }
      // (if haveBoth "type" then { inherit type; } else { });
in
{
  mergeOptionDecls = loc: list: foldl' (add loc) (first loc (head list)) (tail list);

  # The modules of a type have by now the files that they are from, so the type is made anew from these.
  fixupOptionType =
    _: opt:
    if opt.type.getSubModules or null != null then
      opt
      // {
        type = opt.type.substSubModules opt.options;
        options = [ ];
      }
    else if opt ? type then
      opt
    else
      opt // { type = lib.types.unspecified; };
}
