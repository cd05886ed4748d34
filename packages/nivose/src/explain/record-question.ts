/**
 * What is asked of a host once, and answers most questions about its options afterwards: everything about each option that the
 * fleet itself defines, be it behind a condition that does not hold, within a submodule, or in a home that is part of a system.
 *
 * `mergeModules'` gets the definitions of all modules, with the files that they are from, and returns the options that are
 * declared; a submodule is a call of its own. So its calls say which options the files of the fleet define. What is
 * within an option is known once the option is evaluated, which is why this goes in rounds.
 */

import type { WatchedFunctions } from "@nivose/nix/evaluation";
import type { Answer, OptionPath } from "./answer.ts";
import { optionQuestionFunction, watchedFunctions } from "./question.ts";

export const watchedForOptions: WatchedFunctions = {
  file: watchedFunctions.file,
  names: [...watchedFunctions.names, "mergeModules'"],
};

export type RecordedOptions = readonly { readonly path: OptionPath; readonly answer: Answer }[];

export const recordedOptionsQuestion = `
inspection@{ allCalls, attempt, isSame, source, ... }: host:
let
  inherit (builtins) any attrNames attrValues concatMap deepSeq elemAt filter genList isAttrs isString length listToAttrs seq stringLength substring toJSON;
  ask = ${optionQuestionFunction} inspection host;

  or' = otherwise: value: let tried = attempt value; in if tried.success then tried.value else otherwise;
  typeOf' = value: if isAttrs value then or' "" (let type = value._type or ""; in if isString type then type else "") else "";
  # modules that are written within the flake are said to be in the file that hands them on, which is that of nixpkgs
  isOwn = file: isString file && (substring 0 (stringLength source) file == source || builtins.match ".*/flake\\.nix" file != null);

  # The options that a definition has something for, whatever is around it.
  defined = options: at: definition:
    let
      value = or' null definition;
      parts = {
        "if" = defined options at (value.content or null);
        "override" = defined options at (value.content or null);
        "order" = defined options at (value.content or null);
        "merge" = concatMap (defined options at) (or' [ ] (value.contents or [ ]));
      };
    in
    if typeOf' options == "option" then [ at ]
    else parts.\${typeOf' value} or (
      if isAttrs value && isAttrs options then
        concatMap (name: if name != "_module" && options ? \${name} then defined (or' null options.\${name}) (at ++ [ name ]) value.\${name} else [ ]) (attrNames value)
      else [ ]);

  # Of the module systems that are at work, the host's own, and those within options that are known to be defined.
  isOfHost = known: call:
    let at = elemAt call.arguments 0; in
    if at == [ ] then or' false (isSame call.result.matchedOptions host.options)
    else any (count: known ? \${toJSON (genList (elemAt at) count)}) (genList (count: count + 1) (length at));
  definedIn = call:
    let own = filter (each: isOwn (or' null (each.file or null))) (or' [ ] (elemAt call.arguments 2)); in
    if own == [ ] then [ ]
    else concatMap (each: defined (or' null call.result.matchedOptions) (elemAt call.arguments 0) (each.config or null)) own;

  round = known: left:
    let
      paths = concatMap definedIn (filter (isOfHost known) (allCalls "mergeModules'"));
      # what cannot be told of one option takes no other along
      told = path: attempt (let answer = ask path; in deepSeq answer answer);
      fresh = listToAttrs (concatMap (path: let it = told path; in
        if it.success then [ { name = toJSON path; value = { inherit path; answer = it.value; }; } ] else [ ])
        (filter (path: ! known ? \${toJSON path}) paths));
    in
    if left == 0 || fresh == { } then known else deepSeq fresh (round (known // fresh) (left - 1));
in
# evaluating the options makes the first of the calls
if ! host ? options then [ ] else seq (attempt (attrNames host.options)) (attrValues (round { } 4))
`;
