# What is different where modules are among the others of which nothing is known. They may declare options anywhere, so that
# few definitions are certain to be of no option, and reading an option that nobody declares is not known either.
{ lib }:
let
  inherit (builtins)
    any
    attrNames
    attrValues
    concatMap
    head
    isAttrs
    length
    listToAttrs
    mapAttrs
    ;
  inherit (lib) isOption;

  # A set is the options of something that a module adds. What is around it does not have to be decided to see this.
  isSet =
    value:
    let
      kind = value._type or value.type or "set";
    in
    isAttrs value
    && (
      if kind == "merge" then
        any isSet value.contents
      else if kind == "if" || kind == "override" || kind == "order" then
        isSet value.content
      else
        kind != "derivation"
    );
  # Whether data declare options there: then others may, too. Where the fleet alone does, as it seems from the first option,
  # nobody else knows the place. No more than that one is looked at.
  isOfOthers =
    options:
    isOption options && options ? declared
    ||
      isAttrs options
      && !isOption options
      && attrNames options != [ ]
      && isOfOthers (options.${head (attrNames options)});
in
{
  # A single option that is missing among others of its kind is misspelt. At the top, nothing is of one kind.
  isMistake =
    opaque: options: definition:
    let
      around = lib.attrByPath (lib.init definition.prefix) { } options;
    in
    !any (it: it.everywhere or false) opaque
    && length definition.prefix > 1
    && any isOption (attrValues around)
    && !isSet definition.value;

  # The values of all options. Next to them are the names that are read somewhere, and which may be options as well.
  valuesOf =
    opaque:
    let
      inputs = lib.concatStringsSep ", " (lib.unique (map (it: it.input or "of another release") opaque));
      unknown = listToAttrs (
        concatMap (
          it:
          map (name: {
            inherit name;
            value = throw "unknown on paper: the option ${name}, if a module of the input ${inputs} declares it";
          }) (it.names or [ ])
        ) opaque
      );
      values = options: unknown // mapAttrs (_: it: if isOption it then it.value else values it) options;
      own = options: mapAttrs (_: it: if isOption it then it.value else own it) options;
    in
    options:
    unknown
    // mapAttrs (
      _: it:
      if isOption it then
        it.value
      else if isOfOthers it then
        values it
      else
        own it
    ) options;
}
