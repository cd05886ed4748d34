# Evaluates modules, and leaves of the result what Terraform knows.
{
  pkgs,
  modules,
  extraArgs ? { },
  strip_nulls ? true,
}:
let
  lib = pkgs.lib.extend (import ./helpers.nix pkgs);

  evaluated =
    (lib.evalModules {
      specialArgs = extraArgs;
      modules = [
        ./options.nix
        ../modules
        { _module.args = { inherit pkgs; }; }
      ]
      ++ modules;
    }).config;

  # What references need, and the module system itself, is none of Terraform's business.
  own = [
    "_module"
    "_ref"
    "__functor"
  ];
  plain =
    value:
    if builtins.isList value then
      map plain value
    else if !builtins.isAttrs value then
      value
    else
      lib.mapAttrs (_: plain) (
        lib.filterAttrs (_: inner: !strip_nulls || inner != null) (removeAttrs value own)
      );

  # Whether a block stays that has only empty sets in it differs.
  block =
    name:
    let
      value = plain evaluated.${name};
      withoutEmpty = lib.filterAttrs (_: inner: inner != { }) value;
      left =
        if
          builtins.elem name [
            "ephemeral"
            "data"
            "resource"
          ]
        then
          withoutEmpty
        else
          value;
    in
    lib.optionalAttrs (left != { } && left != null) { ${name} = left; };
in
{
  config = lib.mergeAttrsList (
    map block [
      "ephemeral"
      "data"
      "import"
      "locals"
      "module"
      "output"
      "provider"
      "resource"
      "terraform"
      "variable"
    ]
  );
  _meta = evaluated._meta;
}
