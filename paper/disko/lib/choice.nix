# A type whose values say by their attribute `type` which of several types they are of.
{ lib }:
{
  subType =
    {
      types,
      extraArgs ? {
        parent = {
          type = "rootNode";
          name = "root";
        };
      },
    }:
    lib.mkOptionType {
      name = "subType";
      description = "one of ${lib.concatStringsSep "," (lib.attrNames types)}";
      check = builtins.isAttrs;
      merge =
        loc: defs:
        let
          kind =
            (lib.evalModules {
              modules = [
                {
                  freeformType = lib.types.lazyAttrsOf lib.types.raw;
                  options.type = lib.mkOption { type = lib.types.str; };
                }
              ]
              ++ map (def: {
                _file = def.file;
                config = def.value;
              }) defs;
            }).config.type;
          parent = {
            file = "";
            value._module.args = extraArgs;
          };
        in
        types.${kind}.merge loc ([ parent ] ++ defs);
      nestedTypes = types;
    };
}
