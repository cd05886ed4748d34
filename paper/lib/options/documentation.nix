# Options as data, for manuals.
{ lib }:
let
  inherit (builtins)
    addErrorContext
    concatMap
    filter
    isAttrs
    isList
    isString
    mapAttrs
    removeAttrs
    ;
  inherit (lib.options) isOption showOption unknownModule;

  marked =
    kind: text:
    if isString text then
      {
        _type = kind;
        inherit text;
      }
    else
      throw "${kind} expects a string.";
  literalExpression = marked "literalExpression";

  renderOptionValue =
    value:
    if value ? _type && value ? text then
      value
    else
      literalExpression (
        lib.generators.toPretty {
          multiline = true;
          allowPrettyValues = true;
        } value
      );

  rendered =
    what: name: value:
    addErrorContext "while evaluating the ${what} of option `${name}`" (renderOptionValue value);

  describe =
    option:
    let
      name = showOption option.loc;
      visible = option.visible or true;
      isShallow = visible == "shallow";
    in
    {
      inherit (option) loc;
      inherit name;
      description = option.description or null;
      declarations = filter (file: file != unknownModule) option.declarations;
      internal = option.internal or false;
      visible = if isShallow then true else visible;
      readOnly = option.readOnly or false;
      type = option.type.description or "unspecified";
    }
    // (if option ? example then { example = rendered "example" name option.example; } else { })
    // (
      if option ? defaultText then
        { default = rendered "defaultText" name option.defaultText; }
      else if option ? default then
        { default = rendered "default value" name option.default; }
      else
        { }
    )
    // (if option.relatedPackages or null != null then { inherit (option) relatedPackages; } else { });

  optionAttrSetToDocList =
    options:
    concatMap (
      option:
      let
        told = describe option;
        inner = option.type.getSubOptions option.loc;
        isInnerTold = told.visible && option.visible or null != "shallow";
      in
      [ told ] ++ (if isInnerTold && inner != { } then optionAttrSetToDocList inner else [ ])
    ) (lib.collect isOption options);

  scrubOptionValue =
    value:
    if lib.isDerivation value then
      {
        type = "derivation";
        drvPath = value.name;
        outPath = value.name;
        inherit (value) name;
      }
    else if isList value then
      map scrubOptionValue value
    else if isAttrs value then
      mapAttrs (_: scrubOptionValue) (removeAttrs value [ "_args" ])
    else
      value;
in
{
  inherit
    literalExpression
    optionAttrSetToDocList
    renderOptionValue
    scrubOptionValue
    ;
  # The first argument has never been used.
  optionAttrSetToDocList' = _: optionAttrSetToDocList;
  literalMD = marked "literalMD";
  literalExample = lib.warn "lib.literalExample is deprecated, use lib.literalExpression instead, or use lib.literalMD for a non-Nix description." literalExpression;
  mdDoc = lib.warn "lib.mdDoc will be removed from nixpkgs in 24.11. Option descriptions are now in Markdown by default; you can remove any remaining uses of lib.mdDoc.";
}
