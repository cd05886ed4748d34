# The blocks of a configuration of Terraform.
{ lib, ... }:
let
  inherit (lib) mkOption types;

  value =
    types.nullOr (
      types.oneOf [
        types.bool
        types.int
        types.float
        types.str
        (types.attrsOf value)
        (types.listOf value)
      ]
    )
    // {
      description = "bool, int, float or str";
      emptyValue.value = { };
    };

  block = {
    type = value;
    default = { };
  };

  # What is at BLOCK.TYPE.LABEL can be called with the name of an attribute, and is then a reference to it.
  referenced =
    prefix:
    let
      inside = make: set: if builtins.isAttrs set then builtins.mapAttrs make set else set;
      callable =
        type: label: resource:
        if builtins.isAttrs resource then
          resource // { __functor = _: attribute: "\${${prefix}${type}.${label}.${attribute}}"; }
        else
          resource;
    in
    mkOption (block // { apply = inside (type: inside (callable type)); });
in
{
  options = {
    _meta = mkOption {
      type = types.attrsOf types.anything;
      default = { };
      internal = true;
    };
    ephemeral = referenced "ephemeral.";
    data = referenced "data.";
    resource = referenced "";
  }
  // lib.genAttrs [
    "import"
    "locals"
    "module"
    "output"
    "provider"
    "terraform"
    "variable"
  ] (_: mkOption block);
}
