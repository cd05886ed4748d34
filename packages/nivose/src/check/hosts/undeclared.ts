/**
 * What a host defines that none of its modules declares, and what might have been meant: all that only the tree of options can
 * tell. A module system refuses to give anything while there is one such definition; the call in which it has put its
 * options together has all of them, those of submodules and homes as well.
 */

export interface UndeclaredDefinition {
  /** Where its module system is: nothing for the host itself, `home-manager.users.ada`. */
  readonly prefix: readonly string[];
  /** Below that. The last name is the one that is not there. */
  readonly path: readonly string[];
  /** Below the path, as far as the value has names: `[]` of anything that is no set. */
  readonly below: readonly (readonly string[])[];
  /** As the evaluation names it. */
  readonly file: string;
  /** Where the bindings begin that say it; not of sets that were made by a function. */
  readonly positions: readonly EvaluatedPosition[];
  /** The names that are there in its place, without hidden ones; of an option that has no options in it, none. */
  readonly names: readonly string[];
  /** Those of them that have what is below it. */
  readonly fitting: readonly string[];
  /** Those of them in which this name would be an option, or lead to it: it is written one level too high. */
  readonly above: readonly string[];
  /** The same further out: what would be an option with this name before the one at the index. */
  readonly further: readonly { readonly index: number; readonly name: string }[];
  /** Names of which something is defined beside it. */
  readonly used: readonly string[];
  /** How many names from the start the path could do without: it would be an option without the name at this index. */
  readonly without: readonly number[];
  /** On paper, what may declare it after all: modules of inputs of which nothing is known, another release. */
  readonly unread: readonly Unread[];
}

export interface EvaluatedPosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Unread {
  readonly input: string;
  /** Whether the options are known, but of another release. */
  readonly isRelease: boolean;
}

/** Of each module system of the host that checks what is defined. What a free-form type takes is declared by it. */
export const undeclaredPart = `
  undeclared = concatMap undeclaredIn (own ++ filter (call: or' false (elemAt call.arguments 0 != [ ])) (filter isOfOptions (allCalls "mergeModules'")));
  undeclaredIn = call:
    let
      prefix = elemAt call.arguments 0;
      configs = elemAt call.arguments 2;
      options = call.result.matchedOptions;
      isFree = or' false (options._module.freeformType.value != null);
      isUnchecked = or' false (options._module.check.value == false);
      unread = or' [ ] (whole (map (it: { inherit (it) input; isRelease = (it.otherReleaseOf or null) != null; }) options._module.opaque.value));
      # on paper a module of which nothing is known, or another release, may declare it
      tolerated = map key (or' [ ] (options._module.args.value.undeclaredDefinitions or [ ]));
      key = it: or' "" (builtins.toJSON [ (text it.file) it.prefix ]);
    in
    if isFree || isUnchecked then [ ]
    else map (definition:
      let
        path = definition.prefix;
        last = elemAt path (length path - 1);
        outer = firstOf (length path - 1) path;
        around = groupAt options outer;
        names = or' [ ] (whole (filter (name: name != "_module" && name != last && ! isHidden around.\${name}) (attrNames around)));
        below = or' [ ] (whole (namesBelow 3 definition.value));
        rest = if below == [ ] then [ ] else head below;
        # those that have it by its name before those in which it would be a name that users choose
        above = filter (isAbove (it: ! isChosen it)) names ++ filter (isAbove isChosen) names;
        isAbove = isRight: name: or' false (isRight around.\${name} && declaresIn around.\${name} last rest);
        beside = or' [ ] (concatMap (it: setsAt outer it.config) configs);
        further = concatMap (index: let set = groupAt options (firstOf index path); in
          concatMap (name: if or' false (! isChosen set.\${name} && hasOption set.\${name} (behind index path ++ rest)) then [ { inherit index name; } ] else [ ])
            (filter (name: name != "_module" && name != elemAt path index) (attrNames set))) (builtins.genList (index: index) (length path - 1));
      in {
        further = or' [ ] (whole further);
        prefix = map text prefix;
        path = map text path;
        file = text definition.file;
        inherit above below names;
        positions = or' [ ] (whole (concatMap (it: if text it.file == text definition.file then concatMap (placeIn last) (setsAt outer it.config) else [ ]) configs));
        fitting = filter (name: or' false (hasOption around.\${name} rest)) names;
        used = filter (name: builtins.any (set: set ? \${name}) beside) names;
        without = filter (index: or' false (isOneTooMany options index path rest)) (builtins.genList (index: index) (length path));
        unread = if elem (key definition) tolerated then unread else [ ];
      }) (or' (walked call) (builtins.seq (length call.result.unmatchedDefns) call.result.unmatchedDefns));

  # Where a group of options is given what is no set, the module system cannot tell what else belongs to none.
  walked = call: concatMap (it: walk call.result.matchedOptions it.file [ ] it.config) (ownConfigs call);
  ownConfigs = call: or' [ ] (filter (it: or' false (isOwnFile it.file)) (elemAt call.arguments 2));
  isOwnFile = file: builtins.substring 0 (stringLength inspection.source) (text file) == inspection.source || match ".*/flake\\.nix" (text file) != null;
  walk = options: file: path: value:
    or' [ ] (concatMap (set: concatMap (name:
      let here = path ++ [ name ]; inner = options.\${name}; in
      if ! options ? \${name} then [ { inherit file; prefix = here; value = set.\${name}; } ]
      else if name == "_module" || typeIn inner == "option" then [ ]
      else walk inner file here (or' null set.\${name})) (attrNames set)) (setsIn value));

  behind = count: list: builtins.genList (at: elemAt list (at + count)) (length list - count);
  firstOf = count: list: builtins.genList (elemAt list) count;
  without = index: list: builtins.genList (at: elemAt list (if at < index then at else at + 1)) (length list - 1);
  typeIn = value: if isAttrs value then or' "" (let it = value._type or ""; in if isString it then it else "") else "";
  isHidden = it: typeIn it == "option" && or' false (it.visible or true == false);
  # The names that are options or groups of them.
  groupAt = set: path:
    if ! isAttrs set || typeIn set == "option" then { }
    else if path == [ ] then set
    else groupAt (or' { } (set.\${head path} or { })) (builtins.tail path);

  # Below what is around a value.
  namesBelow = depth: value:
    let type = typeIn value; in
    if type == "if" || type == "override" || type == "order" then namesBelow depth value.content
    else if type == "merge" then concatMap (namesBelow depth) value.contents
    else if ! isAttrs value || depth == 0 || length (attrNames value) > 60 || or' false (value.type or "" == "derivation") then [ ]
    else concatMap (name:
      let inner = or' [ ] (namesBelow (depth - 1) value.\${name}); in
      if inner == [ ] then [ [ name ] ] else map (rest: [ name ] ++ rest) inner) (attrNames value);

  # The sets at a path that a definition is made of.
  setsIn = value:
    let type = typeIn value; in
    if type == "merge" then or' [ ] (concatMap setsIn value.contents)
    else if type == "if" || type == "override" || type == "order" then setsIn (or' null value.content)
    else if isAttrs value then [ value ]
    else [ ];
  setsAt = path: value:
    let sets = setsIn value; in
    if path == [ ] then sets
    else concatMap (set: if set ? \${head path} then setsAt (builtins.tail path) (or' null set.\${head path}) else [ ]) sets;
  placeIn = name: set:
    let at = if set ? \${name} then builtins.unsafeGetAttrPos name set else null; in
    if at == null then [ ] else [ { file = text at.file; inherit (at) line column; } ];

  # Whether a name is declared in an option or a group, and has what is below it.
  declaresIn = set: name: rest:
    if typeIn set != "option" then set ? \${name} && leads set.\${name} rest
    else if set.type.name == "submodule" then declaresIn (set.type.getSubOptions [ ]) name rest
    # a name that users choose
    else rest != [ ] && elem set.type.name [ "attrsOf" "lazyAttrsOf" ] && set.type.nestedTypes.elemType.name == "submodule"
      && declaresIn (set.type.nestedTypes.elemType.getSubOptions [ ]) (head rest) (builtins.tail rest);
  isChosen = set: typeIn set == "option" && set.type.name != "submodule";
  leads = set: rest: (rest != [ ] || typeIn set == "option") && hasOption set rest;
  isOneTooMany = options: index: path: rest:
    let left = without index path; whole = if index == length path - 1 then left ++ firstOf (if rest == [ ] then 0 else 1) rest else left; in
    whole != [ ] && (rest != [ ] || index < length path - 1)
    && declaresIn (groupAt options (firstOf (length whole - 1) whole)) (elemAt whole (length whole - 1))
      (if index == length path - 1 then builtins.tail rest else rest);

  # Whether something may be defined at a path: it is an option, is within one, or leads to some.
  hasOption = set: path:
    if path == [ ] then true
    else if typeIn set == "option" then hasWithin set.type path
    else isAttrs set && set ? \${head path} && head path != "_module" && hasOption set.\${head path} (builtins.tail path);
  hasWithin = type: path:
    let rest = builtins.tail path; inner = type.nestedTypes; in
    if path == [ ] then true
    else if elem type.name [ "attrsOf" "lazyAttrsOf" "dagOf" ] then hasWithin inner.elemType rest
    else if elem type.name [ "nullOr" "unique" ] then hasWithin inner.elemType path
    else if type.name == "either" then hasWithin inner.left path || hasWithin inner.right path
    else if type.name == "coercedTo" then hasWithin inner.finalType path
    else if type.name == "submodule" then (let inner = type.getSubOptions [ ]; in inner ? _freeformOptions || hasOption inner path)
    else elem type.name [ "attrs" "anything" "unspecified" "raw" "deferredModule" ];
`;
