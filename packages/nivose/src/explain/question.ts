/**
 * What is asked of a host, in Nix: all that its module system knows of an option, part by part, so that a part that fails
 * takes no other along. The functions that it is given are those of an evaluation that is explained.
 *
 * `evalOptionValue` gets the definitions of an option with all that is around them (`mkIf`, `mkForce`, `mkOrder`), also
 * those that lose, and `mergeDefinitions` those of an element of a set. Both have been called so, with these arguments, in
 * every library from 20.09 on. Which of several calls for a path is the host's own is known for a declared option, because
 * the option is what the call returned.
 */

import type { WatchedFunctions } from "@nivose/nix/evaluation";
import type { OptionPath } from "./answer.ts";
import { nixPath } from "./nix-text.ts";
import { positionQuestionPart } from "./position-question.ts";

export const watchedFunctions: WatchedFunctions = {
  file: "/lib/modules.nix",
  names: ["evalOptionValue", "mergeDefinitions", "mergeModules"],
};

export function optionQuestion(path: OptionPath): string {
  return `inspection: host: ${optionQuestionFunction} inspection host ${nixPath(path)}`;
}

/** A function of what explains an evaluation, of the host, and of the path: what all paths need is there once. */
export const optionQuestionFunction = `
({ attempt, calls, isSame, ... }: host:
let
  inherit (builtins)
    attrNames concatMap concatStringsSep elem elemAt filter foldl' genList head isAttrs isBool isInt isList isString length
    match replaceStrings stringLength substring tail toJSON typeOf unsafeDiscardStringContext;

  optional = condition: value: if condition then [ value ] else [ ];
  take = count: list: genList (elemAt list) (if length list < count then length list else count);
  # The value, or something else if it cannot be had.
  or' = otherwise: value: let tried = attempt value; in if tried.success then tried.value else otherwise;
  isOfType = type: value: isAttrs value && or' false (value._type or "" == type);
  isOption = isOfType "option";

  # ---- values as text

  quote = text: replaceStrings [ ("$" + "{") ] [ ("\\\\" + "$" + "{") ] (toJSON (unsafeDiscardStringContext text));
  name = text: if match "[a-zA-Z_][a-zA-Z0-9_'-]*" text != null then text else quote text;
  lines = text: filter isString (builtins.split "\\n" (unsafeDiscardStringContext text));
  # An error may itself have such marks in it.
  unquoted = replaceStrings [ "«" "»" ] [ "'" "'" ];
  show = levels: value:
    let
      tried = attempt value;
      it = tried.value;
      cut = count: all: map (show (levels - 1)) (take count all) ++ optional (length all > count) "…";
      set = map (attr: "\${name attr} = \${show (levels - 1) it.\${attr}};") (take MOST_NAMES (attrNames it))
        ++ optional (length (attrNames it) > MOST_NAMES) "…";
      # What a set still has around its values, because it is only merged further in.
      property = {
        "if" = "mkIf \${show 0 it.condition} …";
        "override" = "mkOverride \${show 0 it.priority} (\${show levels it.content})";
        "order" = "mkOrder \${show 0 it.priority} (\${show levels it.content})";
        "merge" = "mkMerge \${show levels it.contents}";
      }.\${or' "" (if isString (it._type or null) then it._type else "")} or null;
      enclosed = open: parts: close: if parts == [ ] then "\${open} \${close}" else "\${open} \${concatStringsSep " " parts} \${close}";
    in
    if ! tried.success then "«error: \${unquoted (head (lines tried.error))}»"
    else if isString it then
      (if stringLength it > MOST_BYTES then "\${quote (substring 0 MOST_BYTES it)}…" else quote it)
    else if isList it then
      (if it != [ ] && levels == 0 then "[ … ]" else enclosed "[" (cut MOST_NAMES it) "]")
    else if isAttrs it then
      if property != null then property
      else if or' false (it.type or "" == "derivation") then "«derivation \${or' "?" it.name}»"
      else if it ? __functor then "«function»"
      else if it != { } && levels == 0 then "{ … }"
      else enclosed "{" set "}"
    else if typeOf it == "lambda" then "«function»"
    else if typeOf it == "path" then toString it
    else toJSON it;
  MOST_NAMES = 60;
  MOST_BYTES = 4000;

  # ---- the nearest declared option

  descend = set: at: rest:
    if isOption set then { inherit at rest; option = set; }
    else if rest == [ ] then { inherit at; group = set; }
    else if isAttrs set && set ? \${head rest} then descend (or' { } set.\${head rest}) (at ++ [ (head rest) ]) (tail rest)
    else { inherit at; };
  below = at: set:
    concatMap (attr:
      let inner = or' null set.\${attr}; here = at ++ [ attr ]; in
      if isOption inner then (if or' false (inner.internal or false) then [ ] else [ here ])
      else if isAttrs inner then below here inner
      else [ ]
    ) (filter (attr: attr != "_module") (attrNames set));
  reach = value: rest: if rest == [ ] then value else reach value.\${head rest} (tail rest);
  # Of a part that is not there: the name that is missing, and those that are there.
  instead = value: rest:
    let it = or' null value; in
    if rest == [ ] || ! isAttrs it then null
    else if it ? \${head rest} then instead it.\${head rest} (tail rest)
    else { name = head rest; names = attrNames it; };

  # ---- definitions, as they were before any was discarded

  # What a definition is made of: each with the properties around it, from the outside in.
  unfold = around: definition:
    let
      tried = attempt definition;
      it = tried.value;
      type = if isAttrs it then or' null (it._type or null) else null;
      condition = attempt it.condition;
    in
    if ! tried.success then [ { inherit around; value = show 0 definition; } ]
    else if type == "merge" then
      (let contents = attempt it.contents; in
       if contents.success then concatMap (unfold around) contents.value else [ { inherit around; value = show 0 it.contents; } ])
    else if type == "if" then
      (let
        inside = around ++ [ ({ kind = "if"; held = condition.success && condition.value == true; }
          // (if condition.success then { } else { error = head (lines condition.error); })) ];
      in
      # what is inside of a condition that does not hold is never evaluated
      if condition.success && condition.value == true then unfold inside it.content else [ { around = inside; } ])
    else if type == "override" || type == "order" then
      unfold (around ++ [ { kind = type; priority = or' null it.priority; } ]) it.content
    else [ ({ inherit around; value = show LEVELS it; } // elementsOf it) ];
  LEVELS = 3;
  elementsOf = it: if isList it then { elements = map (show 1) (take MOST_ELEMENTS it); count = length it; } else { };
  MOST_ELEMENTS = 200;
  file = given: or' "?" (unsafeDiscardStringContext (toString given));
  definition = it: map (one: one // { file = fileOf it; }) (unfold [ ] it.value);
  fileOf = it: file (it.file or "?");
${positionQuestionPart}
  text = given: let it = or' null given; in
    if isString it then unsafeDiscardStringContext it
    else if isAttrs it && it ? text then or' null (unsafeDiscardStringContext it.text)
    else if it == null then null
    else show LEVELS it;
  facts = option: {
    type = text (option.type.description or option.type.name);
    description = text (option.description or null);
    default = if option ? default then show LEVELS option.default else null;
    defaultText = if option ? defaultText then text option.defaultText else null;
    declarations = map file (or' [ ] option.declarations);
    positions = or' [ ] (map (each: { file = file each.file; inherit (each) line column; }) (filter (each: each.line or null != null) (option.declarationPositions or [ ])));
    readOnly = or' false (option.readOnly or false);
    applies = option ? apply;
  };
  outcome = option: {
    isDefined = or' null option.isDefined;
    priority = or' null option.highestPrio;
    winners = or' null (map (each: { file = fileOf each; value = show LEVELS each.value; }) option.definitionsWithLocations);
  };

in
path:
let
  # Asked for only when the value is there, because evaluating it is what makes the calls.
  found = option: value: builtins.seq (attempt value) (
    let
      all = calls "evalOptionValue" path;
      own = filter (call: or' false (isSame call.result option)) all;
      fitting = if option != null then own else all;
      elements = calls "mergeDefinitions" path;
    in
    if fitting != [ ] then
      { evaluations = length fitting; declared = elemAt (head fitting).arguments 1; result = (head fitting).result; definitions = elemAt (head fitting).arguments 2; }
    else if option == null && elements != [ ] then
      { evaluations = 1; type = elemAt (head elements).arguments 1; definitions = elemAt (head elements).arguments 2; }
    else null);

  # What each definition is made of, with its number and where it begins.
  placed = definitions:
    let positions = positionsOf path definitions; in
    concatMap (number: map (one: one // { inherit number; position = elemAt positions number; }) (definition (elemAt definitions number)))
      (genList (number: number) (length definitions));
  answer = place:
    let
      declared = place.rest == [ ];
      value = reach place.option.value place.rest;
      tried = attempt value;
      call = found (if declared then place.option else null) value;
      option = if declared then place.option else if call == null then null else call.declared or null;
    in
    {
      kind = "option";
      inherit (place) at;
      value = show LEVELS value;
      works = tried.success;
      facts =
        if option != null then facts option
        else if call != null && call ? type then { type = text (call.type.description or call.type.name); }
        else null;
      outcome = if declared then outcome place.option else if call != null && call ? result then outcome call.result else null;
      evaluations = if call == null then 0 else call.evaluations;
      definitions =
        if call == null then null
        else
          (if option != null && option ? default then
            [ ({ file = file (head (or' [ "?" ] option.declarations)); isDefault = true; around = [ { kind = "override"; priority = 1500; } ]; value = show LEVELS option.default; } // or' { } (elementsOf option.default)) ]
          else [ ])
          ++ placed call.definitions;
    }
    // (if tried.success then removeAttrs (elementsOf tried.value) [ "count" ] else { inherit (tried) error; })
    // (if declared then { } else { enclosing = facts place.option; enclosingOutcome = outcome place.option; })
    // (if declared || tried.success then { } else { missing = instead place.option.value place.rest; });

  place = descend (host.options or { }) [ ] path;
in
if ! host ? options then { kind = "no-options"; }
else if place ? option then answer place
else if place ? group then { kind = "group"; options = below path place.group; }
else {
  kind = "missing";
  inherit (place) at;
  options = below [ ] host.options;
  isOfHome = or' false (
    let home = host.options.home-manager.users; in
    isOption (reach (home.type.getSubOptions [ "home-manager" "users" "<name>" ]) path)
  );
  people = or' [ ] (attrNames host.config.home-manager.users);
}
# On paper there may be modules of which nothing is known.
// (
  let unread = or' [ ] (map (each: { inherit (each) input; everywhere = each.everywhere or false; }) host.options._module.opaque.value); in
  if unread == [ ] then { } else { inherit unread; }
))
`;
