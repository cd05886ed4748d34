# What can stand around a definition. Each is a set with a `_type`, which is taken apart when definitions are settled.
{ lib }:
let
  mkIf = condition: content: {
    _type = "if";
    inherit condition content;
  };
  mkMerge = contents: {
    _type = "merge";
    inherit contents;
  };
  # The smallest priority wins.
  mkOverride = priority: content: {
    _type = "override";
    inherit priority content;
  };
  mkOrder = priority: content: {
    _type = "order";
    inherit priority content;
  };
in
{
  inherit
    mkIf
    mkMerge
    mkOverride
    mkOrder
    ;

  mkAssert =
    assertion: message: mkIf (if assertion then true else throw "\nFailed assertion: ${message}");

  mkOptionDefault = mkOverride 1500;
  mkDefault = mkOverride 1000;
  mkImageMediaOverride = mkOverride 60;
  mkForce = mkOverride 50;
  mkVMOverride = mkOverride 10;

  mkBefore = mkOrder 500;
  mkAfter = mkOrder 1500;

  # A definition that follows from another option counts as much as the definitions of that one.
  mkDerivedConfig =
    opt: derive: mkOverride (opt.highestPrio or lib.modules.defaultOverridePriority) (derive opt.value);

  mkFixStrictness =
    lib.warn
      "lib.mkFixStrictness has no effect and will be removed. It returns its argument unmodified, so you can just remove any calls."
      (value: value);
}
