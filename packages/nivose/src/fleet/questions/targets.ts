/** What tools that deploy are told of their machines. */

import { words } from "./shared.ts";

/** What a tool says of one machine. */
export interface RawTarget {
  readonly address: string | null;
  readonly port: number | null;
  readonly user: string | null;
  readonly tags: readonly string[];
  /** Options of ssh. */
  readonly options?: readonly string[];
  /** Profiles of deploy-rs, and whose they are. */
  readonly profiles?: readonly { readonly name: string; readonly user: string | null }[];
}

const targetWords = `
${words}
  textsOf = value: or' [ ] (whole (map text value));
  numberOrNull = value: let it = or' null value; in if isInt it then it else null;
`;

/** Of the output `deploy`: settings that a profile or a node does not have are those of what it lies in. */
export const deployQuestion = `
{ attempt, ... }: deploy:
let
${targetWords}
  first = name: sets: foldl' (found: set: if found != null then found else or' null (set.\${name} or null)) null sets;
in
mapAttrs (_: node:
  let system = or' { } (node.profiles.system or { }); in
  {
    address = textOrNull (node.hostname or null);
    port = null;
    user = textOrNull (first "sshUser" [ system node deploy ]);
    tags = [ ];
    options = textsOf (let found = first "sshOpts" [ system node deploy ]; in if found == null then [ ] else found);
    profiles = map (name: {
      inherit name;
      user = textOrNull (first "user" [ (or' { } node.profiles.\${name}) node deploy ]);
    }) (names (node.profiles or { }));
  }) deploy.nodes
`;

/** Of a node that colmena has evaluated. */
export const hiveNodeQuestion = `
{ attempt, ... }: node:
let
${targetWords}
  inherit (node.config) deployment;
in
{
  address = textOrNull deployment.targetHost;
  port = numberOrNull deployment.targetPort;
  user = textOrNull deployment.targetUser;
  tags = textsOf deployment.tags;
}
`;

/**
 * Of the output \`colmena\`, which colmena evaluates itself: what the modules of each node say at their top, and none that
 * they import.
 */
export const colmenaQuestion = `
{ attempt, ... }: hive:
let
${targetWords}
  meta = or' { } (hive.meta or hive.network or { });
  given = name: {
    inherit name;
    lib = meta.nixpkgs.lib;
    pkgs = meta.nodeNixpkgs.\${name} or meta.nixpkgs;
  } // or' { } (meta.specialArgs or { }) // or' { } (meta.nodeSpecialArgs.\${name} or { });
  called = name: module:
    if isPath module then called name (import module)
    else if isFunction module then
      module (mapAttrs (argument: _: (given name).\${argument} or (throw "not known")) (builtins.functionArgs module) // given name)
    else module;
  # What is around a value has to go, as the module system takes it away.
  bare = value: if isAttrs value && or' null (value._type or null) == "override" then value.content else value;
  ofModule = name: module: let it = called name module; in mapAttrs (_: bare) ((it.config or it).deployment or { });
  ofNode = name: node: foldl' (set: module: set // or' { } (ofModule name module)) { } (if isList node then node else [ node ]);
in
mapAttrs (name: node:
  let deployment = ofNode name (or' { } (hive.defaults or { })) // ofNode name node; in
  {
    # The name is what colmena takes if there is nothing else.
    address = textOrNull (if deployment ? targetHost then deployment.targetHost else name);
    port = numberOrNull (deployment.targetPort or null);
    user = textOrNull (deployment.targetUser or "root");
    tags = textsOf (deployment.tags or [ ]);
  }) (removeAttrs hive [ "meta" "network" "defaults" ])
`;
