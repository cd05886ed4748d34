# The options that something is said about, beyond their defaults. The module system of paper knows them; with another one
# all options are looked through.
{
  lib,
  config,
  options,
}:
let
  inWhole =
    tree:
    lib.concatMap (member: if lib.isOption member then [ member ] else inWhole member) (
      builtins.attrValues tree
    );

  candidates = config._module.args.definedOptions or (inWhole (removeAttrs options [ "_module" ]));

  defaultPriority = (lib.mkOptionDefault null).priority;
  isDefined = option: builtins.tryEval (option.isDefined && option.highestPrio < defaultPriority);
in
builtins.filter (option: (isDefined option).value) candidates
