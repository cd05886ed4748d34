{ lib }:
let
  inherit (lib) hm mkOption types;

  # A plain value is an entry that may be anywhere. Its order among other definitions stays with its data.
  entryOf =
    def:
    if hm.dag.isEntry def.value then
      def.value
    else
      hm.dag.entryAnywhere (if def ? priority then lib.mkOrder def.priority def.value else def.value);

  dagEntryOf =
    elemType:
    let
      # A submodule learns by `dagName` what it is called, as its own name is always "data".
      entry = types.submodule (
        { name, ... }:
        {
          options = {
            data = mkOption { type = elemType; };
            after = mkOption { type = types.listOf types.str; };
            before = mkOption { type = types.listOf types.str; };
          };
          config = lib.mkIf (elemType.name == "submodule") { data._module.args.dagName = name; };
        }
      );
    in
    lib.mkOptionType {
      name = "dagEntryOf";
      description = "DAG entry of ${elemType.description}";
      merge =
        loc: defs:
        entry.merge loc (
          map (def: {
            inherit (def) file;
            value = entryOf def;
          }) defs
        );
    };

  dagOf =
    elemType:
    let
      attrs = types.attrsOf (dagEntryOf elemType);
    in
    lib.mkOptionType {
      name = "dagOf";
      description = "DAG of ${elemType.description}";
      inherit (attrs) check merge emptyValue;
      getSubOptions = prefix: elemType.getSubOptions (prefix ++ [ "<name>" ]);
      inherit (elemType) getSubModules;
      substSubModules = modules: dagOf (elemType.substSubModules modules);
      functor = lib.defaultFunctor "dagOf" // {
        wrapped = elemType;
      };
      nestedTypes = { inherit elemType; };
    };
in
{
  inherit dagOf;
}
