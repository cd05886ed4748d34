# Declaring options, and telling about them.
{ lib }:
let
  inherit (builtins) isAttrs isList mapAttrs;
  inherit (lib.types) mkOptionType;

  part = file: import file { inherit lib; };
  merging = part ./options/merging.nix;
  showing = part ./options/showing.nix;
  documentation = part ./options/documentation.nix;

  mkOption =
    {
      default ? null,
      defaultText ? null,
      example ? null,
      description ? null,
      relatedPackages ? null,
      type ? null,
      apply ? null,
      internal ? null,
      visible ? null,
      readOnly ? null,
    }@declaration:
    declaration // { _type = "option"; };

  mkPackageOption =
    pkgs: name:
    {
      nullable ? false,
      default ? name,
      example ? null,
      extraDescription ? "",
      pkgsText ? "pkgs",
    }:
    let
      inherit (builtins) concatStringsSep;
      path = if isList default then default else [ default ];
      text = concatStringsSep "." path;
      shownName = if isList name then lib.lists.last name else name;
      ofDefault =
        if default != null then
          {
            default = lib.attrByPath path (throw "${text} cannot be found in ${pkgsText}") pkgs;
            defaultText = documentation.literalExpression "${pkgsText}.${text}";
          }
        else if nullable then
          { default = null; }
        else
          { };
      ofExample =
        if example == null then
          { }
        else
          {
            example = documentation.literalExpression (
              if isList example then "${pkgsText}.${concatStringsSep "." example}" else example
            );
          };
    in
    mkOption (
      ofDefault
      // {
        description =
          "The ${shownName} package to use."
          + (if extraDescription == "" then "" else " ${extraDescription}");
        type = if nullable then lib.types.nullOr lib.types.package else lib.types.package;
      }
      // ofExample
    );
in
{
  inherit mkOption mkPackageOption;

  isOption = value: isAttrs value && (value._type or "") == "option";

  mkEnableOption =
    name:
    mkOption {
      default = false;
      example = true;
      description = "Whether to enable ${name}.";
      type = lib.types.bool;
    };

  mkPackageOptionMD = lib.warn "mkPackageOptionMD is deprecated and will be removed in 25.05; please use mkPackageOption." mkPackageOption;

  # Takes all definitions and has no value, for modules that are used where an option is not declared.
  mkSinkUndeclaredOptions =
    declaration:
    mkOption (
      {
        internal = true;
        visible = false;
        default = false;
        description = "Sink for option definitions.";
        type = mkOptionType {
          name = "sink";
          check = _: true;
          merge = _: _: false;
        };
        apply = _: throw "Option value is not readable because the option is not declared.";
      }
      // declaration
    );

  inherit (merging)
    getFiles
    getValues
    mergeDefaultOption
    mergeEqualOption
    mergeOneOption
    mergeUniqueOption
    ;
  inherit (showing)
    showDefs
    showFiles
    showOption
    showOptionWithDefLocs
    unknownModule
    ;
  inherit (documentation)
    literalExample
    literalExpression
    literalMD
    mdDoc
    optionAttrSetToDocList
    optionAttrSetToDocList'
    renderOptionValue
    scrubOptionValue
    ;
}
