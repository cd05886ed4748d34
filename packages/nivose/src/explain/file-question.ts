/**
 * What is asked of a host about a file on the machine: which option makes it. Options that people set come before those that
 * modules make of them, `systemd.services.web` before `systemd.units."web.service"`.
 */

import type { AskFlake, FoundHost } from "../fleet/discover.ts";
import { problemOf, type HostProblem } from "../fleet/host.ts";
import type { OptionPath } from "./answer.ts";
import { nixString } from "./nix-text.ts";

export interface FileAnswer {
  /** The file with `~` made out, if it is known whose home that is. */
  readonly file: string;
  readonly makers: readonly FileMaker[];
  /** If nothing makes it: all files that are known to be made. */
  readonly files: readonly string[];
}

export interface FileMaker {
  readonly option: OptionPath;
  /** Whether the option makes a folder that the file is in. */
  readonly isWithin: boolean;
  /** Whether it is switched off. */
  readonly isOff: boolean;
}

export async function askFile(host: FoundHost, file: string, ask: AskFlake): Promise<FileAnswer | HostProblem> {
  const { flake, attribute } = host;
  const reply = await ask(flake, `.${attribute}`, fileQuestion(file), { file: "/lib/modules.nix", names: [] });
  if (!reply.ok) return problemOf(reply);
  return reply.value as FileAnswer;
}

export function fileQuestion(file: string): string {
  return `${fileQuestionFunction} ${nixString(file)}`;
}

/** A function of the file, of what explains an evaluation, and of the host. */
export const fileQuestionFunction = `
(asked: { attempt, ... }: host:
let
  inherit (builtins)
    attrNames concatMap elem elemAt filter foldl' head isAttrs isList isString length map match split stringLength substring
    unsafeDiscardStringContext;
  or' = otherwise: value: let tried = attempt value; in if tried.success then tried.value else otherwise;
  text = value: or' "" (unsafeDiscardStringContext (toString value));
  optional = condition: value: if condition then [ value ] else [ ];
  config = host.config or { };
  # Null where nothing is.
  at = path: set: foldl' (inner: name: if isAttrs inner && inner ? \${name} then inner.\${name} else null) set path;
  names = path: set: or' [ ] (let it = at path set; in if isAttrs it then attrNames it else [ ]);
  listAt = path: let it = at path config; in if isList it then it else [ ];
  startsWith = start: it: substring 0 (stringLength start) it == start;
  after = start: it: substring (stringLength start) (-1) it;
  # What follows the folder, if the file is in it.
  below = folder: it: if startsWith (folder + "/") it then after (folder + "/") it else null;

  home = let folder = or' null (at [ "home" "homeDirectory" ] config); in if folder == null then null else text folder;
  file = if home != null && startsWith "~/" asked then home + after "~" asked else asked;

  # Sets of files by name, each with its target.
  entries = { options, folder, set, targetOf ? entry: text entry.target }:
    map (name: let entry = set.\${name}; in {
      option = options ++ [ name ];
      path = folder + "/" + targetOf entry;
      isOff = ! (or' true (entry.enable or true));
    }) (or' [ ] (if isAttrs set then attrNames set else [ ]));
  makersIn = all:
    concatMap (it:
      optional (it.path == file || below it.path file != null) { inherit (it) option isOff; isWithin = it.path != file; }
    ) all;
  # a folder counts only where nothing makes the file itself
  best = makers: let exact = filter (it: ! it.isWithin) makers; in if exact != [ ] then exact else makers;

  maker = option: { inherit option; isWithin = false; isOff = false; };
  unitKinds = { service = "services"; socket = "sockets"; timer = "timers"; target = "targets"; path = "paths"; slice = "slices"; };
  units = { options, folder, root }:
    let
      rest = below folder file;
      dropIn = if rest == null then null else match "([^/]+)\\\\.d/[^/]+" rest;
      unit = if dropIn != null then head dropIn else rest;
      parts = if unit == null then null else match "(.*)\\\\.([a-z]+)" unit;
      kind = if parts == null then null else unitKinds.\${elemAt parts 1} or null;
    in
    if unit == null then [ ]
    else
      optional (kind != null && elem (head parts) (names (options ++ [ kind ]) root)) (maker (options ++ [ kind (head parts) ]))
      ++ optional (elem unit (names (options ++ [ "units" ]) root)) (maker (options ++ [ "units" unit ]));

  etc = entries { options = [ "environment" "etc" ]; folder = "/etc"; set = config.environment.etc or { }; };
  homeFiles = options: settings:
    let folder = text (at [ "home" "homeDirectory" ] settings); own = set: entries { options = options ++ set; inherit folder; set = at set settings; }; in
    concatMap (set: or' [ ] (own set)) [ [ "xdg" "configFile" ] [ "xdg" "dataFile" ] [ "xdg" "stateFile" ] [ "xdg" "cacheFile" ] [ "home" "file" ] ];
  homeUnits = options: settings:
    map (it: it // { option = options ++ it.option; }) (units {
      options = [ "systemd" "user" ];
      folder = text (at [ "xdg" "configHome" ] settings) + "/systemd/user";
      root = settings;
    });
  people = names [ "home-manager" "users" ] config;
  homes =
    if home != null then [ { options = [ ]; settings = config; } ]
    else map (name: { options = [ "home-manager" "users" name ]; settings = config.home-manager.users.\${name}; }) people;

  byPath = options: map (name: { option = options ++ [ name ]; path = text (at [ name "path" ] (at options config)); isOff = false; }) (names options config);
  secrets = concatMap (options: or' [ ] (byPath options)) [ [ "sops" "secrets" ] [ "sops" "templates" ] [ "age" "secrets" ] ];
  daemons =
    concatMap (it: map (name: {
      option = [ "launchd" it.kind name ];
      path = it.folder + "/" + text (at [ "launchd" it.kind name "serviceConfig" "Label" ] config) + ".plist";
      isOff = false;
    }) (names [ "launchd" it.kind ] config)) [ { kind = "daemons"; folder = "/Library/LaunchDaemons"; } { kind = "agents"; folder = "/Library/LaunchAgents"; } ];
  words = line: filter (word: isString word && word != "") (split "[ \\t]+" line);
  tmpfiles =
    concatMap (group: optional (elem file (names [ "systemd" "tmpfiles" "settings" group ] config)) (maker [ "systemd" "tmpfiles" "settings" group file ]))
      (names [ "systemd" "tmpfiles" "settings" ] config)
    ++ optional (builtins.any (line: let all = words line; in length all > 1 && elemAt all 1 == file) (map text (or' [ ] (listAt [ "systemd" "tmpfiles" "rules" ]))))
      (maker [ "systemd" "tmpfiles" "rules" ]);
  hostKeys = optional (builtins.any (key: let path = text key.path; in file == path || file == path + ".pub") (or' [ ] (listAt [ "services" "openssh" "hostKeys" ])))
    (maker [ "services" "openssh" "hostKeys" ]);

  makers =
    units { options = [ "systemd" ]; folder = "/etc/systemd/system"; root = config; }
    ++ units { options = [ "systemd" "user" ]; folder = "/etc/systemd/user"; root = config; }
    ++ concatMap (it: or' [ ] (homeUnits it.options it.settings)) homes
    ++ best (makersIn (secrets ++ etc ++ daemons ++ concatMap (it: homeFiles it.options it.settings) homes))
    ++ tmpfiles
    ++ hostKeys;
  known =
    map (it: it.path) (etc ++ secrets ++ concatMap (it: or' [ ] (homeFiles it.options it.settings)) homes)
    ++ map (name: "/etc/systemd/system/" + name) (names [ "systemd" "units" ] config);
  found = or' [ ] (builtins.deepSeq makers makers);
in
{ inherit file; makers = found; files = if found == [ ] then known else [ ]; })
`;
