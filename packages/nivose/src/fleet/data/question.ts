/** What is asked of a `fleet.nix`: the members that Nivose reads, each with its type, and the names of the others. */

import type { Raw } from "./fleet-data.ts";
import { hostMembers } from "./members.ts";

export type FileAnswer =
  /** Whatever it is, it is no data of this kind. */
  { readonly isData: false } | { readonly isData: true; readonly hosts: Readonly<Record<string, Raw>> };

const names = [...Object.keys(hostMembers), "health"].map((name) => `"${name}"`).join(" ");

/** What is not read is not evaluated, and a part that fails takes no other along. */
export const fileQuestion = `
{ attempt, ... }: file:
let
  inherit (builtins) attrNames elem isAttrs isFunction mapAttrs typeOf unsafeDiscardStringContext;
  MEMBERS = [ ${names} ];
  raw = levels: value:
    let tried = attempt value; it = tried.value; type = typeOf it; in
    if ! tried.success then { type = "error"; value = tried.error; }
    else if type == "string" then { inherit type; value = unsafeDiscardStringContext it; }
    else if type == "int" then { inherit type; value = it; }
    else if type == "list" && levels > 0 then { inherit type; value = map (raw (levels - 1)) it; }
    else if type == "set" && levels > 0 then { inherit type; value = mapAttrs (_: raw (levels - 1)) it; }
    else if type == "list" || type == "set" then { type = "unread"; }
    else { inherit type; };
  member = name: value: if elem name MEMBERS then raw 3 value else { type = "unread"; };
  host = value: let tried = attempt value; in
    if tried.success then { type = "set"; value = mapAttrs member tried.value; } else { type = "error"; value = tried.error; };
  isOther = value: let tried = attempt value; in tried.success && ! isAttrs tried.value;
in
if ! isAttrs file || ! file ? hosts || ! isAttrs file.hosts || builtins.any (name: isOther file.hosts.\${name}) (attrNames file.hosts) then
  { isData = false; }
else { isData = true; hosts = mapAttrs (_: host) file.hosts; }
`;
