/** Asks a host for all options that it declares. */

import type { AskFlake, FoundHost } from "../../fleet/discover.ts";
import { type FoundModules, foundModules, modulesQuestion, watchedForModules } from "../../fleet/ask-modules.ts";
import { problemOf, type HostProblem } from "../../fleet/host.ts";

/** An option as a host declares it, also one of a submodule: `services.nginx.virtualHosts.<name>.root`. */
export interface DeclaredOption {
  readonly name: string;
  readonly type: string | null;
  /** As a text in the syntax of Nix, or as its documentation has it. */
  readonly default: string | null;
  /** Its beginning. */
  readonly description: string | null;
  /** As the evaluation has them. */
  readonly declared: readonly string[];
}

export interface FoundOptions {
  readonly options: readonly DeclaredOption[];
  readonly modules: FoundModules;
  readonly copies: Readonly<Record<string, string>>;
}

type Row = readonly [name: string, type: string | null, fallback: string | null, description: string | null];

export async function askOptions({ flake, attribute }: FoundHost, ask: AskFlake): Promise<FoundOptions | HostProblem> {
  const reply = await ask(flake, `.${attribute}`, question, watchedForModules);
  if (!reply.ok) return problemOf(reply);
  const { byFiles, modules } = reply.value as {
    readonly byFiles: Readonly<Record<string, readonly Row[]>>;
    readonly modules: unknown;
  };
  const options = Object.entries(byFiles).flatMap(([files, rows]) => {
    const declared = files === "" ? [] : files.split("\n");
    return rows.map(([name, type, fallback, description]): DeclaredOption => ({
      name,
      type,
      default: fallback,
      description,
      declared,
    }));
  });
  return { options, modules: foundModules(modules, reply), copies: reply.copies };
}

/**
 * Goes through the options as the manuals of nixpkgs do: those that are internal or not visible are left out, and what a
 * submodule declares is told below \`<name>\`. What cannot be evaluated is left out as well. A default is evaluated only where
 * nothing is written for the manual in its place. They come by the files that declare them, since many share one.
 */
export const optionsQuestion = `
{ attempt, ... }: host:
let
  inherit (builtins)
    attrNames concatMap concatStringsSep elem elemAt filter genList groupBy head isAttrs isBool isInt isFloat isList isString
    length map mapAttrs match replaceStrings split stringLength substring toJSON unsafeDiscardStringContext;
  or' = otherwise: value: let tried = attempt value; in if tried.success then tried.value else otherwise;
  plain = text: unsafeDiscardStringContext text;
  cut = count: text: if stringLength text <= count then text else substring 0 count text + "…";
  oneLine = text: concatStringsSep " " (filter (word: isString word && word != "") (split "[ \\n\\t]+" text));
  quoted = name: if match "[a-zA-Z_*<][a-zA-Z0-9_'<>*-]*" name != null then name else toJSON name;

  show = levels: value:
    if isString value then cut 200 (toJSON (plain value))
    else if isBool value || isInt value || isFloat value || value == null then toJSON value
    else if isList value then
      (if value == [ ] then "[ ]" else if levels == 0 then "[ … ]"
       else "[ " + concatStringsSep " " (map (show (levels - 1)) (genList (elemAt value) (if length value > 8 then 8 else length value))) + (if length value > 8 then " … ]" else " ]"))
    else if isAttrs value then
      (if value.type or null == "derivation" then "«derivation»"
       else if value == { } then "{ }" else if levels == 0 || length (attrNames value) > 8 then "{ … }"
       else "{ " + concatStringsSep " " (map (name: quoted name + " = " + show (levels - 1) value.\${name} + ";") (attrNames value)) + " }")
    else if builtins.isPath value then toString value
    else "«function»";
  written = value:
    if isString value then plain value
    else if isAttrs value && value ? text then plain value.text
    else show 2 value;
  fallback = option:
    if option ? defaultText then or' null (cut 300 (written option.defaultText))
    else if option ? default then or' null (show 2 option.default)
    else null;
  description = option: or' null (cut 400 (oneLine (written option.description)));

  isOption = value: isAttrs value && value._type or "" == "option";
  # until submodules that hold themselves have been told often enough
  deepest = 12;
  below = at: set:
    concatMap (name:
      let inner = or' null set.\${name}; here = at ++ [ name ]; in
      if isOption inner then or' [ ] (ofOption here inner)
      else if isAttrs inner && length here < deepest then below here inner
      else [ ]
    ) (filter (name: name != "_module" && name != "_freeformOptions") (or' [ ] (attrNames set)));
  ofOption = at: option:
    let
      # in a submodule of a set it has <name> in it
      loc = or' at option.loc;
      visible = or' true (option.visible or true);
      isShown = visible == true || visible == "shallow";
      subOptions = or' { } (option.type.getSubOptions loc);
      row = [
        (concatStringsSep "." (map quoted loc))
        (or' null (plain (option.type.description or option.type.name)))
        (fallback option)
        (if option ? description then description option else null)
      ];
    in
    (if isShown && ! (or' false (option.internal or false)) then [ { files = concatStringsSep "\\n" (or' [ ] (map (file: plain (toString file)) option.declarations)); inherit row; } ] else [ ])
    ++ (if (visible == true || visible == "transparent") && length at < deepest then below loc subOptions else [ ]);
in
mapAttrs (_: map (it: it.row)) (groupBy (it: it.files) (below [ ] (host.options or { })))
`;

/** Who imports what is needed to say which files of the fleet set an option, and comes from the same evaluation. */
const question = `
inspection: host: {
  byFiles = (${optionsQuestion}) inspection host;
  modules = (${modulesQuestion}) inspection host;
}
`;
