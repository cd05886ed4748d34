/**
 * What a set of declared options tells of itself, asked in Nix: every option with its type taken apart, its default, where
 * it is declared. Whatever part fails is left out; the rest is told.
 */

import { FLOAT } from "../data/default-text.ts";

/** A function of the inspection and of `{ options, lib }`. Answers an {@link AnsweredSet}. */
export const optionsQuestion = `inspection: { options, lib }:
let
  inherit (builtins) attrNames elem filter head isAttrs isBool isFloat isFunction isInt isList isPath isString length mapAttrs match;
  or' = default: value: let tried = inspection.attempt value; in if tried.success then tried.value else default;
  text = value: or' null (let it = "\${toString value}"; in builtins.unsafeDiscardStringContext it);
  isOption = value: isAttrs value && value._type or "" == "option";
  present = builtins.listToAttrs;
  some = name: value: if value == null then [ ] else [ { inherit name value; } ];
  flag = name: value: if or' false value == true then [ { inherit name; value = true; } ] else [ ];

  # Deeper ones are told by the description of their type alone.
  DEEPEST = 12;

  # \`inside\`: which options a submodule around them defines, of whose own definitions the options tell themselves; null
  # outside of all submodules.
  set = inside: path: options:
    let
      member = name:
        let value = or' null options.\${name}; in
        if isOption value then some name (or' null (option inside (path ++ [ name ]) value))
        else if isAttrs value then some name { set = set inside (path ++ [ name ]) value; }
        else [ ];
    in
    present (builtins.concatMap member (filter (name: name != "_module" && name != "_freeformOptions") (or' [ ] (attrNames options))));

  option = inside: path: it:
    let
      visible = or' true (it.visible or true);
      target = or' null (match "Alias of [{]option[}]\`(.+)\`[.]" it.description);
      # Asking for the value of an option that was removed says what to do instead.
      removal =
        let tried = inspection.attempt (it.apply null); said = text tried.error; in
        if tried.success || match ".*can no longer be used since it's been removed.*" said == null then null else said;
      isRemoved = visible == false && it ? apply && or' null removal != null;
      # What is around a submodule may define something in it. A default does not count: it is gone when somebody defines more.
      isDefined = or' false (it.type.name == "submodule" && it.highestPrio < 1500);
      definedIn = if isDefined then or' [ ] (builtins.concatMap attrNames it.definitions) else [ ];
    in
    present (
      some "type" (if it ? type then or' null (type definedIn (length path) [ ] (visible == "shallow") path it.type) else null)
      ++ defaultOf it
      ++ (if inside == null || it ? default || it ? defaultText then [ ]
          else if elem (builtins.elemAt path (length path - 1)) inside then [ { name = "given"; value = { }; } ]
          else givenTo it)
      ++ some "declared" (or' null (filter (place: place != null) (map text it.declarations)))
      ++ flag "readOnly" (it.readOnly or false)
      ++ flag "internal" (it.internal or false)
      ++ (if visible == false then [ { name = "hidden"; value = true; } ] else [ ])
      ++ (if it ? apply && target == null && ! isRemoved then
          some "applied" (or' [ ] (tried it.type.check it.apply ([ it.default or null ] ++ SAMPLES)))
        else [ ])
      ++ (if target != null then some "alias" (head target)
          else if isRemoved then some "removed" removal
          else [ ])
    );

  defaultOf = it:
    # A text that is the default itself is none.
    if it ? defaultText && ! or' false (! (it.defaultText ? _type) && it.defaultText == it.default) then
      (let
        written = or' null it.defaultText;
        kind = or' "" (written._type or "");
      in [ {
        name = "default";
        value =
          if kind == "literalExpression" then { expression = text written.text; }
          else present (some "text" (text (written.text or written)));
      } ])
    else if it ? default then
      [ { name = "default"; value = or' { } (let found = plain 8 it.default; in builtins.deepSeq found { value = found; }); } ]
    else [ ];

  # Where nobody has defined anything, the submodule itself has. Whether it has may depend on what is not there.
  givenTo = it:
    let defined = inspection.attempt it.isDefined; in
    if defined.success && ! defined.value then [ ]
    else [ { name = "given"; value = or' { } (let found = plain 2 it.value; in builtins.deepSeq found { value = found; }); } ];

  # A configuration within a configuration has all options once more.
  isWhole = options: options ? system && options ? services || options ? home && options ? programs;

  # Numbers with a point are marked, because JSON elsewhere does not keep them apart from whole ones.
  plain = depth: value:
    if depth == 0 then throw "too deep"
    else if value == null || isBool value || isInt value then value
    else if isString value then (if builtins.hasContext value then throw "something built" else value)
    else if isFloat value then { "${FLOAT}" = builtins.toJSON value; }
    else if isList value then map (plain (depth - 1)) value
    else if isAttrs value && !(value ? _type) && !(value ? outPath) && !(value ? __functor) then mapAttrs (_: plain (depth - 1)) value
    else throw "not plain";

  type = definedIn: depth: seen: shallow: path: it:
    let
      name = or' "unknown" it.name;
      described = or' null (text it.description);
      description = if described == null then "unspecified value" else described;
      inner = type [ ] (depth + 1) (if isComposed && ! isSame then seen ++ [ description ] else seen) shallow;
      nested = or' { } (it.nestedTypes or { });
      wrapped = or' null (nested.elemType or it.functor.wrapped or null);
      part = key: path: value: if value == null then [ ] else some key (or' null (inner path value));
      element = path: part "element" path wrapped;
      # It is described as what it holds.
      isSame = elem name [ "unique" "uniq" ];
      isComposed = elem name [ "nullOr" "listOf" "attrsOf" "lazyAttrsOf" "functionTo" "unique" "uniq" "loaOf" "either" "coercedTo" "dagOf" ];
    in
    present (
      [ { name = "name"; value = name; } { name = "description"; value = description; } ]
      ++ (if isComposed && elem description seen then [ { name = "again"; value = true; } ]
      else if depth > DEEPEST then [ ]
      else if name == "submodule" then
        (if shallow && or' true (isWhole (it.getSubOptions path)) then [ { name = "shallow"; value = true; } ]
        else
          some "options" (or' null (set definedIn path (it.getSubOptions path)))
          ++ (if or' true (it.check { }) then [ ] else some "needs" (or' null (filter (name: or' false (it.check { \${name} = null; })) (attrNames (it.getSubOptions path)))))
          ++ part "freeform" path (nested.freeformType or null)
          ++ flag "whole" (it.functor.payload.shorthandOnlyDefinesConfig or null == false))
      else if name == "enum" then some "values" (or' null (map (plain 1) (it.functor.payload.values or it.functor.payload)))
      else if name == "separatedString" then some "separator" (or' null (it.functor.payload.sep or it.functor.payload))
      else if name == "attrTag" then some "options" (or' null (set null path nested))
      else if name == "either" then part "left" path nested.left ++ part "right" path nested.right
      else if name == "coercedTo" then
        part "coerced" path nested.coercedType ++ part "final" path nested.finalType ++ some "samples"
          (or' null (tried nested.coercedType.check (value: it.merge [ "sample" ] [ { file = "sample"; inherit value; } ]) SAMPLES))
      else if elem name [ "nullOr" "unique" "uniq" ] then element path
      else if name == "listOf" then element (path ++ [ "*" ])
      else if elem name [ "attrsOf" "lazyAttrsOf" "loaOf" "dagOf" ] then element (path ++ [ "<name>" ])
      else if name == "functionTo" then element (path ++ [ "<function body>" ])
      else [ ])
    );

  # What becomes of some values shows by which rule they are changed.
  tried = check: change: given:
    builtins.concatMap (value:
      if or' false (check value) == true then
        [ {
          given = or' null (let it = plain 4 value; in builtins.deepSeq it it);
          made = or' null (let it = plain 4 (change value); in builtins.deepSeq it [ it ]);
        } ]
      else [ ]
    ) given;
  SAMPLES = [ "/sample/text" "sample" 4207 17 true false [ "b" "a" "b" ] [ "it's" "a b" ] [ 30 10 30 ] [ ] null { sample = "text"; } ];
in
set null [ ] options`;

/** Trees of options as the question answers them. */
export interface AnsweredSet {
  readonly [name: string]: AnsweredOption | { readonly set: AnsweredSet };
}

export interface AnsweredOption {
  readonly type?: AnsweredType;
  /** Nothing in it: there is a default, and what it is cannot be told. */
  readonly default?: { readonly expression?: string | null; readonly value?: unknown; readonly text?: string };
  /** What the submodule that it is in defines for it; nothing in it if that cannot be told. */
  readonly given?: { readonly value?: unknown };
  readonly declared?: readonly string[];
  readonly readOnly?: true;
  readonly internal?: true;
  readonly hidden?: true;
  /** What its own function makes of values. */
  readonly applied?: readonly Sample[];
  readonly alias?: string;
  /** What is said to those who use it. */
  readonly removed?: string;
}

export interface Sample {
  readonly given: unknown;
  /** Nothing if it cannot be told. */
  readonly made: readonly [unknown] | null;
}

export interface AnsweredType {
  readonly name: string;
  readonly description: string;
  /** It is a type that it lies in itself. */
  readonly again?: true;
  readonly element?: AnsweredType;
  readonly left?: AnsweredType;
  readonly right?: AnsweredType;
  readonly coerced?: AnsweredType;
  readonly final?: AnsweredType;
  readonly samples?: readonly Sample[];
  readonly values?: readonly unknown[];
  readonly separator?: string;
  readonly options?: AnsweredSet;
  readonly freeform?: AnsweredType;
  /** A value is one of this type only if it has these attributes. */
  readonly needs?: readonly string[];
  /** Its definitions are whole modules. */
  readonly whole?: true;
  /** Its options are left out of manuals. */
  readonly shallow?: true;
}
