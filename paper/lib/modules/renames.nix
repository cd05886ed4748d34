# Modules for options that have another name now, or none.
{ lib }:
let
  inherit (builtins) any concatMap foldl';
  inherit (lib)
    attrByPath
    getAttrFromPath
    recursiveUpdate
    setAttrByPath
    ;
  inherit (lib.modules)
    mkAliasAndWrapDefinitions
    mkAliasAndWrapDefsWithPriority
    mkIf
    mkMerge
    mkMergedOptionModule
    ;
  inherit (lib.options) mkOption showFiles showOption;

  # The old option takes what the new one takes, has its value, and passes its definitions on to it.
  doRename =
    {
      from,
      to,
      visible,
      # Whether to warn of definitions of the old one, where there is an option for warnings.
      warn,
      # What becomes of the value of the new option when it is read by the old name.
      use,
      withPriority ? true,
      # Passing on no definition would still make what the new option is in, such as an element of a set.
      condition ? true,
    }:
    { config, options, ... }:
    let
      old = getAttrFromPath from options;
      type = (attrByPath to { } options).type or (lib.types.submodule { });
      passOn = if withPriority then mkAliasAndWrapDefsWithPriority else mkAliasAndWrapDefinitions;
      warning = "The option `${showOption from}' defined in ${showFiles old.files} has been renamed to `${showOption to}'.";
    in
    {
      options = setAttrByPath from (
        mkOption {
          inherit visible;
          description = "Alias of {option}`${showOption to}`.";
          apply =
            _: use (attrByPath to (abort "Renaming error: option `${showOption to}' does not exist.") config);
        }
        // (if type == null then { } else { inherit type; })
      );
      config = mkIf condition (mkMerge [
        (
          if options ? warnings then
            { warnings = if warn && old.isDefined then [ warning ] else [ ]; }
          else
            { }
        )
        (passOn (setAttrByPath to) old)
      ]);
    };

  # A default by which options that nobody defines are known.
  undefined = "_mkMergedOptionModule";

  merging =
    from: to: merge:
    { config, options, ... }:
    let
      isDefined = path: getAttrFromPath path config != undefined;
      warning =
        path:
        "The option `${showOption path}' defined in ${showFiles (getAttrFromPath path options).files} has been changed to `${showOption to}' that has a different type. Please read `${showOption to}' documentation and update your configuration accordingly.";
    in
    {
      options = foldl' recursiveUpdate { } (
        map (
          path:
          setAttrByPath path (mkOption {
            visible = false;
            default = undefined;
          })
        ) from
      );
      config = {
        warnings = concatMap (path: if isDefined path then [ (warning path) ] else [ ]) from;
      }
      // setAttrByPath to (mkMerge (if any isDefined from then [ (merge config) ] else [ ]));
    };

  mkAliasOptionModule =
    from: to:
    doRename {
      inherit from to;
      visible = true;
      warn = false;
      use = value: value;
    };
in
{
  inherit doRename merging mkAliasOptionModule;
  mkAliasOptionModuleMD = mkAliasOptionModule;

  mkRenamedOptionModule =
    from: to:
    doRename {
      inherit from to;
      visible = false;
      warn = true;
      use = builtins.trace "Obsolete option `${showOption from}' is used. It was renamed to `${showOption to}'.";
    };

  # Warns only when every release that is supported has the new name.
  mkRenamedOptionModuleWith =
    {
      from,
      to,
      sinceRelease,
    }:
    let
      warn = lib.oldestSupportedReleaseIsAtLeast sinceRelease;
    in
    doRename {
      inherit from to warn;
      visible = false;
      use = lib.warnIf warn "Obsolete option `${showOption from}' is used. It was renamed to `${showOption to}'.";
    };

  mkChangedOptionModule = from: mkMergedOptionModule [ from ];

  mkRemovedOptionModule =
    path: instead:
    { options, ... }:
    let
      option = getAttrFromPath path options;
    in
    {
      options = setAttrByPath path (mkOption {
        visible = false;
        apply =
          _:
          throw "The option `${showOption path}' can no longer be used since it's been removed. ${instead}";
      });
      config.assertions = [
        {
          assertion = !option.isDefined;
          message = ''
            The option definition `${showOption path}' in ${showFiles option.files} no longer has any effect; please remove it.
            ${instead}
          '';
        }
      ];
    };
}
