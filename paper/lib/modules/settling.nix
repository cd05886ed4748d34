# What becomes of the definitions of one thing: conditions are decided, the smallest priority wins, and what is left is put
# in order.
{ lib }:
let
  inherit (builtins)
    addErrorContext
    any
    concatMap
    foldl'
    isBool
    mapAttrs
    sort
    ;
  inherit (lib.modules) mkIf mkOverride;

  defaultOverridePriority = 100;
  defaultOrderPriority = 1000;
  # Whatever has a larger priority than this never counts.
  largestPriority = 9999;

  dischargeProperties =
    value:
    let
      kind = value._type or "";
    in
    if kind == "if" then
      if !isBool value.condition then
        throw "‘mkIf’ called with a non-Boolean condition"
      else if value.condition then
        dischargeProperties value.content
      else
        [ ]
    else if kind == "merge" then
      concatMap dischargeProperties value.contents
    else
      [ value ];

  # Most definitions have nothing around them, and are taken as they are.
  decide =
    def:
    let
      kind = def.value._type or "";
    in
    addErrorContext "while evaluating definitions from `${def.file}':" (
      if kind == "if" || kind == "merge" then
        map (value: {
          inherit (def) file;
          inherit value;
        }) (dischargeProperties def.value)
      else
        [ { inherit (def) file value; } ]
    );

  isOrder = def: def.value._type or "" == "order";

  weigh =
    def:
    if def.value._type or "" == "override" then
      {
        inherit (def.value) priority;
        def = def // {
          value = def.value.content;
        };
      }
    else
      {
        priority = defaultOverridePriority;
        inherit def;
      };

  filterOverrides' =
    defs:
    let
      weighed = map weigh defs;
      highestPrio = foldl' (
        smallest: { priority, ... }: if priority < smallest then priority else smallest
      ) largestPriority weighed;
    in
    {
      values = concatMap ({ priority, def }: if priority == highestPrio then [ def ] else [ ]) weighed;
      inherit highestPrio;
    };

  sortProperties =
    defs:
    let
      unwrap =
        def:
        if isOrder def then
          def
          // {
            value = def.value.content;
            inherit (def.value) priority;
          }
        else
          def;
      orderOf = def: def.priority or defaultOrderPriority;
    in
    sort (left: right: orderOf left < orderOf right) (map unwrap defs);
in
{
  inherit
    defaultOverridePriority
    defaultOrderPriority
    dischargeProperties
    filterOverrides'
    sortProperties
    ;
  filterOverrides = defs: (filterOverrides' defs).values;
  defaultPriority =
    lib.warnIf (lib.oldestSupportedReleaseIsAtLeast 2305)
      "lib.modules.defaultPriority is deprecated, please use lib.modules.defaultOverridePriority instead."
      defaultOverridePriority;

  settle =
    defs:
    let
      winning = filterOverrides' (concatMap decide defs);
    in
    {
      values = if any isOrder winning.values then sortProperties winning.values else winning.values;
      inherit (winning) highestPrio;
    };

  # The same for a set of definitions, as sets without anything around them: what was around the whole is around each of
  # its attributes. So no condition has to be known in order to know what the attributes are.
  pushDownProperties =
    let
      pushDown =
        value:
        let
          kind = value._type or "";
        in
        if kind == "if" then
          map (mapAttrs (_: mkIf value.condition)) (pushDown value.content)
        else if kind == "merge" then
          concatMap pushDown value.contents
        else if kind == "override" then
          map (mapAttrs (_: mkOverride value.priority)) (pushDown value.content)
        else
          [ value ];
    in
    pushDown;
}
