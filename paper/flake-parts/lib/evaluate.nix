# From the arguments of a flake's `outputs` and a module to the outputs.
{
  lib,
  core,
  flake-parts-lib,
}:
let
  mkFlake = args: module: (evalFlakeModule args module).config.processedFlake;

  evalFlakeModule =
    args:
    let
      self =
        args.self or args.inputs.self or (throw ''
          When invoking flake-parts, you must pass all the flake output arguments,
          and not just `self.inputs`.

          ${example}
        '');
      special = {
        inherit self flake-parts-lib;
        inputs = args.inputs or self.inputs;
        moduleLocation = args.moduleLocation or "${self.outPath}/flake.nix";
      };
      evaluate =
        module:
        lib.evalModules {
          class = "flake";
          specialArgs = special // (args.specialArgs or { });
          modules = builtins.attrValues core ++ [ (lib.setDefaultModuleLocation (place args) module) ];
        };
    in
    if !(args ? inputs) && !(args ? self) then
      throw ''
        When invoking flake-parts, you must pass in the flake output arguments.

        ${example}
      ''
    else
      lib.warnIf (!(args ? inputs)) ''
        When invoking flake-parts, it is recommended to pass all the flake output
        arguments in the `inputs` parameter. With `self` alone, modules cannot use
        `inputs` in their `imports`.

        ${example}
      '' evaluate;

  # A flake in a list of imports stands for its default module.
  defaultModule = value: if isFlake value then value.flakeModules.default or value else value;

  # The file that messages name for the outermost module. A file is known by where `inputs` was written, which works also
  # where the flake itself does not evaluate.
  place =
    args:
    let
      position = builtins.unsafeGetAttrPos "inputs" args;
    in
    args.moduleLocation or (
      if position != null then
        position.file
      else if args ? inputs.self.outPath then
        args.inputs.self.outPath + "/flake.nix"
      else
        "<mkFlake argument>"
    );

  isFlake =
    value:
    if value ? _type then
      value._type == "flake"
    else
      value ? inputs && value ? outputs && value ? sourceInfo;

  example = ''
    For example:

        outputs = inputs@{ flake-parts, ... }:
          flake-parts.lib.mkFlake { inherit inputs; } { /* module */ };

    Neither `self.inputs` nor `inherit (self) inputs` can be passed: that is an infinite recursion.
  '';
in
{
  inherit defaultModule evalFlakeModule mkFlake;
}
