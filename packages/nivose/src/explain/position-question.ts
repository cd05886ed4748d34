/**
 * The part of the question that finds out where each definition of an option begins: positions are those of attributes in
 * the sets that modules are made of, before the module system takes them apart. `mergeModules` gets the modules of a
 * configuration in the order in which their definitions are merged. What is an element of a set is looked for in the
 * definitions of that set.
 *
 * If a file has more or fewer of them than the option was made from, nothing is told.
 */
export const positionQuestionPart = `
  # Where the definitions of a path begin, each null if it is not known.
  positionsOf = path: definitions:
    let
      files = map fileOf definitions;
      numbers = genList (number: number) (length files);
      byFile = builtins.groupBy (elemAt files) numbers;
      last = elemAt path (length path - 1);
      start = set: name: or' null (
        let at = builtins.unsafeGetAttrPos name set; in
        if at == null then null else { file = file at.file; inherit (at) line column; });
      # as a definition is taken apart on the way to the option
      sets = value:
        let type = value._type or ""; in
        if type == "merge" then concatMap sets value.contents
        else if type == "if" || type == "override" then sets value.content
        else [ value ];
      within = names: value:
        concatMap (set:
          if ! set ? \${head names} then [ ]
          else if tail names == [ ] then [ (start set (head names)) ]
          else within (tail names) set.\${head names}) (sets value);
      ofModules = count: modules:
        builtins.mapAttrs (name: _: concatMap (module: within (drop count path) module.config) (modules.\${name} or [ ])) byFile;
      ofElements = call:
        builtins.mapAttrs (_: map (it: start it.value last)) (
          builtins.groupBy fileOf (filter (it: isAttrs it.value && it.value ? \${last}) call.result.defsFinal));
      fits = candidate: or' false (builtins.all (name: length (candidate.\${name} or [ ]) == length byFile.\${name}) (attrNames byFile));
      # the first that fits, and no work for the others
      firstFitting = candidates: otherwise:
        if candidates == [ ] then otherwise
        else if fits (head candidates) then head candidates
        else firstFitting (tail candidates) otherwise;
      search = prefix:
        firstFitting (map (ofModules (length prefix)) (if prefix == [ ] then hostModules else modulesAt prefix)) (
          if prefix != [ ] then search (take (length prefix - 1) prefix)
          else firstFitting (map ofElements (calls "mergeDefinitions" above)) null);
      above = take (length path - 1) path;
      fitting = search above;
      found = builtins.listToAttrs (concatMap (name:
        genList (index: { name = toString (elemAt byFile.\${name} index); value = elemAt fitting.\${name} index; }) (length byFile.\${name})
      ) (attrNames byFile));
    in
    if path == [ ] || fitting == null then map (_: null) definitions else map (number: found.\${toString number}) numbers;
  modulesAt = prefix: map (call: builtins.groupBy (module: file module._file) (elemAt call.arguments 1)) (calls "mergeModules" prefix);
  hostModules = modulesAt [ ];
  drop = count: list: genList (number: elemAt list (number + count)) (length list - count);
`;
