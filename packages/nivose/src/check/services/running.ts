/** Which services are on, and what is set of what they say about where they listen. */

import { catalogue } from "../../services/catalogue.ts";
import { type Service, settingsOf } from "../../services/service.ts";
import { fact } from "../hosts/fact.ts";

export interface RunningService {
  /** In the catalogue. */
  readonly service: string;
  /** Where its options are. */
  readonly path: readonly string[];
  /** By the names of settings in the catalogue; nothing of those that are not there. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** What is not there, where there could be several. */
export function isAbsent(value: unknown): boolean {
  return typeof value === "object" && value !== null && (value as { readonly "?"?: string })["?"] === "absent";
}

/** What stands in the place of a value that is not known, such as a default that is computed in nixpkgs, on paper. */
export interface Unknown {
  readonly "?": "unknown";
}

export function isUnknown(value: unknown): value is Unknown {
  return typeof value === "object" && value !== null && (value as Partial<Unknown>)["?"] === "unknown";
}

const table = Object.entries(catalogue)
  // what is a unit of the fleet's own is not looked for among options of services
  .filter(([, { options, seenAs }]) => seenAs === undefined && !options.startsWith("systemd."))
  .map(([name, service]: readonly [string, Service]) => ({
    name,
    options: service.options.split("."),
    isOnIfPresent: service.isOnIfPresent === true,
    settings: settingsOf(service).map((setting) => ({ setting, path: setting.split(".") })),
  }));

const nix = `
let
  table = builtins.fromJSON ''${JSON.stringify(table)}'';
  unknown = { "?" = "unknown"; };
  absent = { "?" = "absent"; };
  isSet = value: isAttrs value && ! value ? "?" && or' true (value.type or "" != "derivation");
  # An option that was renamed or removed would tell so if it was read.
  isReadable = option: ! isAttrs option || or' true (option._type != "option")
    || or' false ((option.visible or true) != false && ! (option.internal or false));
  below = name: option: if isAttrs option && or' true (option._type or "" != "option") then option.\${name} or null else null;
  # All that are at a path, with the names that stand for its asterisks.
  at = path: here:
    if path == [ ] then [ here ]
    else
      let value = or' unknown here.value; go = name: at (builtins.tail path) {
        path = here.path ++ [ name ];
        value = value.\${name};
        option = below name here.option;
      }; in
      if ! isSet value || ! isReadable here.option then [ ]
      else if head path == "*" then concatMap go (attrNames value)
      else if value ? \${head path} then go (head path)
      else [ ];
  # The value at a path; a set or a list of them for an asterisk.
  read = path: option: given:
    let value = if isReadable option then or' unknown given else absent; rest = builtins.tail path; in
    if path == [ ] then plain 4 value
    else if head path == "*" then
      if isSet value then mapAttrs (name: read rest (below name option)) value
      else if isList value then map (read rest null) value
      else if value == unknown then unknown else absent
    else if isSet value then
      if value ? \${head path} then read rest (below (head path) option) value.\${head path} else absent
    else if value == unknown then unknown else absent;
  plain = depth: given:
    let value = or' unknown given; in
    if isSet value then (if depth == 0 then unknown else mapAttrs (_: plain (depth - 1)) value)
    else if isList value then map (plain (depth - 1)) value
    else if isString value || isPath value then text value
    else if isAttrs value && ! value ? "?" || isFunction value then unknown
    else value;
in
concatMap (each: concatMap (found:
  if each.isOnIfPresent || or' false (isReadable (below "enable" found.option) && found.value.enable == true) then [ {
    service = each.name;
    inherit (found) path;
    values = listToAttrs (filter (it: it.value != absent)
      (map (it: { name = it.setting; value = read it.path found.option found.value; }) each.settings));
  } ] else [ ]
) (at each.options { path = [ ]; value = config; option = options; })) table
`;

export const runningServices = fact<readonly RunningService[]>("runningServices", { nixos: nix });
