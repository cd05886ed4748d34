/**
 * What the fleet gives to options and they do not take: values of another type, values that contradict each other, and values
 * that cannot be evaluated. Every definition is looked at on its own, so that one that fails hides no other.
 *
 * `mergeDefinitions` of the module system gets the type and the definitions of each option, and of each element of a list or
 * a set, and evaluates nothing until its value is wanted. So its calls say what was given where, and the type itself is asked.
 */

import { type Fact, fact } from "../fact.ts";
import type { EvaluatedPosition } from "../undeclared.ts";

export type FailingDefinition = WrongType | Conflict | BrokenValue;

interface Failing {
  /** The option, or what is in it; an element of a list is `[definition 1-entry 2]`, counted from one. */
  readonly loc: readonly string[];
}

export interface WrongType extends Failing {
  readonly kind: "type";
  /** What it takes, in the words of the type. */
  readonly type: string;
  readonly definition: GivenValue;
}

export interface Conflict extends Failing {
  readonly kind: "conflict";
  readonly type: string;
  /** What the module system says. */
  readonly error: string;
  readonly definitions: readonly GivenValue[];
}

export interface BrokenValue extends Failing {
  readonly kind: "broken";
  readonly error: string;
  /** Where it is broken, if that is in a file. */
  readonly place: EvaluatedPosition | null;
  /** What was looked for by its name, and what there is that is spelled alike. */
  readonly lookup: { readonly wanted: string; readonly near: readonly string[] } | null;
}

export interface GivenValue {
  readonly file: string;
  /** In the syntax of Nix, shortened. */
  readonly value: string;
  /** Where the bindings begin that may have given it. */
  readonly positions: readonly EvaluatedPosition[];
}

const nix = `
let
  inherit (inspection) examine source;
  inherit (builtins) any genList stringLength substring tail;
  isOwn = file: let it = or' "" (text file); in substring 0 (stringLength source) it == source || substring 0 14 it == "<unknown-file>" || match ".*/flake\\.nix" it != null;
  # Looking at values makes further calls, for what is in them.
  look = done: rounds:
    let
      calls = allCalls "mergeDefinitions";
      fresh = filter isOfFleet (genList (number: elemAt calls (done + number)) (length calls - done));
      found = whole (concatMap (call: or' [ ] (whole (failingIn call))) fresh);
    in
    if rounds == 0 || fresh == [ ] then [ ] else builtins.seq found (found ++ look (length calls) (rounds - 1));
  isOfFleet = call: or' false (any (it: isOwn it.file) (elemAt call.arguments 2));

  failingIn = call:
    let
      loc = elemAt call.arguments 0;
      type = elemAt call.arguments 1;
      merged = examine call.result.mergedValue;
      final = examine call.result.defsFinal;
      wrong = filter (it: ! or' true (type.check it.value)) final.value;
      words = text (or' "another value" type.description);
      broken = it: [ { kind = "broken"; loc = map text loc; error = text it.error; inherit (it) place lookup; } ];
      within = or' [ ] (whole (inParts loc (partsType type final.value) final.value));
      given = positions: it: { inherit positions; file = text it.file; value = show 2 it.value; };
    in
    if loc == [ ] || merged.success then [ ]
    # what its definitions are made of cannot be had
    else if ! final.success then broken final
    # told only where a condition does not hold, it has no value, and nobody has to want one
    else if final.value == [ ] then [ ]
    else if wrong != [ ] then
      map (it: { kind = "type"; loc = map text loc; type = words; definition = given (wrongOnes loc type it.file) it; })
        (filter (it: isOwn it.file) wrong)
    else if within != [ ] then within
    else if length final.value > 1 && merged.lookup == null then
      [ {
        kind = "conflict"; loc = map text loc; type = words; error = text merged.error;
        definitions = map (it: given (map (each: each.place) (bindingsOf loc it.file)) it) final.value;
      } ]
    else broken merged;

  # What is given to a group of options, and is no set.
  ofGroups = concatMap (call: concatMap (it: inGroup call it.file (elemAt call.arguments 0) [ ] call.result.matchedOptions it.config) (ownConfigs call))
    (filter isOfOptions (allCalls "mergeModules'"));
  inGroup = call: file: prefix: path: options: value:
    let
      values = or' [ ] (valuesIn value);
      single = filter (it: ! or' true (isAttrs it)) values;
    in
    if path != [ ] && single != [ ] then
      [ {
        kind = "type"; loc = map text (prefix ++ path); type = "set of options";
        definition = { file = text file; value = show 2 (head single); positions = map (it: it.place) (bindingsOf (prefix ++ path) file); };
      } ]
    else concatMap (set: or' [ ] (concatMap (name:
      if name == "_module" || ! options ? \${name} || typeIn options.\${name} == "option" then [ ]
      else inGroup call file prefix (path ++ [ name ]) options.\${name} set.\${name}) (attrNames set))) (filter (it: or' false (isAttrs it)) values);

  # What is in a list or a set is looked at part by part, because the first that cannot be had takes the others along.
  partsType = type: defs:
    let inner = type.nestedTypes; fits = type: builtins.all (it: or' false (type.check it.value)) defs; in
    if elem type.name [ "nullOr" "unique" ] then partsType inner.elemType defs
    else if type.name == "either" then (if fits inner.left then partsType inner.left defs else partsType inner.right defs)
    else if type.name == "coercedTo" && fits inner.finalType then partsType inner.finalType defs
    else type;
  inParts = loc: type: defs:
    if type.name == "listOf" then concatLists (genList (index: inList loc type.nestedTypes.elemType index (elemAt defs index)) (length defs))
    else if elem type.name [ "attrsOf" "lazyAttrsOf" ] then concatMap (it: concatMap (name:
      # this makes the calls for what is in it
      builtins.seq (attempt (attempt (type.merge loc [ (it // { value = { \${name} = it.value.\${name}; }; }) ]).\${name}).success) [ ]) (attrNames it.value)) defs
    else [ ];
  inList = loc: type: index: it:
    concatLists (genList (number:
      let
        here = map text loc ++ [ "[definition \${toString (index + 1)}-entry \${toString (number + 1)}]" ];
        element = examine (elemAt it.value number);
        isPlain = typeIn element.value == "";
      in
      if ! element.success then [ { kind = "broken"; loc = here; error = text element.error; inherit (element) place lookup; } ]
      else if isPlain && ! or' true (type.check element.value) && isOwn it.file then
        [ {
          kind = "type"; loc = here; type = text type.description;
          definition = { file = text it.file; value = show 2 element.value; positions = wrongOnes here type it.file; };
        } ]
      else [ ]) (length it.value));

  # The bindings of a path in a file, with their values, in all module systems that are around it.
  systems = map (call: { prefix = elemAt call.arguments 0; configs = elemAt call.arguments 2; }) (filter isOfOptions (allCalls "mergeModules'"));
  isWithin = names: prefix: length prefix < length names && firstOf (length prefix) names == prefix;
  bindingsOf = loc: file:
    let names = withoutEntry loc; in
    concatMap (system: or' [ ] (
      if ! isWithin names system.prefix then [ ]
      else concatMap (it: if text it.file == text file then bindingsIn (behind (length system.prefix) names) it.config else [ ]) system.configs
    )) systems;
  bindingsIn = path: config:
    let last = elemAt path (length path - 1); in
    concatMap (set: map (place: { inherit place; value = set.\${last}; }) (placeIn last set)) (setsThrough (firstOf (length path - 1) path) config);
  # Of several, those that give what is not taken.
  wrongOnes = loc: type: file:
    let
      places = bindingsOf loc file;
      isWrong = value: ! or' true (type.check value);
      isElement = isEntry (elemAt loc (length loc - 1));
      own = filter (it: any (value: if isElement then isList value && any isWrong value else isWrong value) (or' [ ] (valuesIn it.value))) places;
    in
    map (it: it.place) (if own == [ ] then places else own);
  valuesIn = value:
    let kind = typeIn value; in
    if kind == "merge" then or' [ ] (concatMap valuesIn value.contents)
    else if kind == "if" then (if or' false value.condition then valuesIn value.content else [ ])
    else if kind == "override" || kind == "order" then valuesIn value.content
    else [ value ];
  entryOf = name: match "\\\\[definition [0-9]+-entry ([0-9]+)]" name;
  isEntry = name: entryOf name != null;
  withoutEntry = loc: if isEntry (elemAt loc (length loc - 1)) then withoutEntry (firstOf (length loc - 1) loc) else loc;
  setsThrough = path: value:
    let
      name = head path;
      number = builtins.fromJSON (head (entryOf name)) - 1;
      next = it:
        if isEntry name then (if isList it && length it > number then setsThrough (tail path) (elemAt it number) else [ ])
        else if isAttrs it && it ? \${name} then setsThrough (tail path) (or' null it.\${name})
        else [ ];
    in
    if path == [ ] then setsIn value else concatMap next (or' [ ] (valuesIn value));

  show = levels: value:
    let
      tried = attempt value;
      it = tried.value;
      several = open: close: parts:
        builtins.concatStringsSep " " ([ open ] ++ (if length parts > 4 then firstOf 3 parts ++ [ "…" ] else parts) ++ [ close ]);
    in
    if ! tried.success then "…"
    else if isString it then builtins.toJSON (substring 0 60 (text it)) + (if stringLength it > 60 then "…" else "")
    else if isAttrs it && or' false (it.type or "" == "derivation") then "the package " + or' "?" (text (it.pname or it.name))
    else if isList it then (if levels == 0 && it != [ ] then "[ … ]" else several "[" "]" (map (show (levels - 1)) it))
    else if isAttrs it then
      (if levels == 0 && it != { } then "{ … }" else several "{" "}" (map (name: "\${name} = \${show (levels - 1) it.\${name}};") (attrNames it)))
    else if isPath it then toString it
    else if isFunction it then "a function"
    else builtins.toJSON it;
in
builtins.seq (attempt tried.options.success) (look 0 4) ++ or' [ ] (whole ofGroups)
`;

export const failingDefinitions: Fact<readonly FailingDefinition[]> = fact("failingDefinitions", {
  nixos: nix,
  darwin: nix,
  home: nix,
});
