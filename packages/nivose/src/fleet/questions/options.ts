/**
 * What is on, as the declared options of a host tell it: options named `enable` that are true, who set them, and the ports
 * that the options beside them name.
 */

/** In Nix, beside the words that all questions use. */
export const optionWords = `
  isOption = value: isAttrs value && or' false (value._type or "" == "option");
  # Options that were renamed or removed are still there, and asking for their values would be told of as a mistake.
  isOpen = option: or' false ((option.visible or true) != false && ! (option.internal or false));
  fileOf = definition: or' "?" (text definition.file);
  definitionsOf = option: or' [ ] option.definitionsWithLocations;
  # A default counts as a definition in the file that declares it, which on paper is the name of a file.
  isDefault = option: file: builtins.substring 0 1 file != "/" && elem file (declarationsOf option);
  filesOf = option: filter (file: ! isDefault option file) (map fileOf (definitionsOf option));
  declarationsOf = option: or' [ ] (map text option.declarations);
  isOn = option: isOption option && isOpen option && or' false (option.value == true);

  # Files of nixpkgs are many, and none is the fleet's own.
  pkgsFolder = or' "/nowhere" (text host.pkgs.path);
  isOfPkgs = file: builtins.substring 0 (stringLength pkgsFolder) file == pkgsFolder;

  # ---- what is on below a set of options

  onBelow = depth: path: set:
    concatMap (name:
      let
        inner = or' null set.\${name};
        here = path ++ [ name ];
        below = onBelow (depth - 1) here inner;
        isSwitch = isOption (inner.enable or null);
      in
      if name == "_module" || ! isAttrs inner then [ ]
      else if isOption inner then (if elem name SETS || length here == 2 then onWithin here inner else [ ])
      else
        (if isOn (inner.enable or null) then
          [ {
            path = here;
            files = filesOf inner.enable;
            declared = declarationsOf inner.enable;
            ports = or' [ ] (whole (portsOfOptions 1 inner));
            sites = sitesOf inner;
            opensFirewall = or' null (inner.openFirewall.value or null) == true;
          } ]
        else [ ])
        # What is on by default within something that is off is not on.
        ++ (if depth == 0 then [ ]
            else if isSwitch && ! isOn inner.enable then filter (each: ! builtins.all isOfPkgs each.files) below
            else below)
    ) (names set);
  # Options whose values are sets of things that each have a switch.
  SETS = [ "exporters" "instances" "jobs" "runners" "servers" ];
  onWithin = path: option:
    if ! isOpen option || ! elem (or' "" option.type.name) [ "attrsOf" "lazyAttrsOf" "submodule" ] then [ ]
    else
      concatMap (definition:
        concatMap (name:
          let it = or' null option.value.\${name}; in
          if isAttrs it && or' false (it.enable or false == true) then
            [ {
              path = path ++ [ name ];
              files = [ (fileOf definition) ];
              declared = declarationsOf option;
              ports = or' [ ] (whole (portsOfValue 1 it));
              sites = [ ];
              opensFirewall = or' null (it.openFirewall or null) == true;
            } ]
          else [ ]
        ) (names definition.value)
      ) (filter (definition: let file = fileOf definition; in ! (isOfPkgs file || isDefault option file)) (definitionsOf option));
  sitesOf = set: if isOption (set.virtualHosts or null) then names set.virtualHosts.value else [ ];

  # ---- ports

  isPortName = name: match "[Pp]orts?|.*[_-]ports?|.*[a-z0-9]Ports?|([A-Z0-9_]*_)?PORTS?" name != null;
  isListenName = name: match "listen.*|bind(Addr.*)?|bind_addr.*|address|addr|.*_addr|listeners" name != null;
  # A port of something that the service talks to is none of its own.
  isOther = name: match ".*(database|db|smtp|mail|redis|ldap|remote|upstream|client|storage|peer|relay).*" name != null;
  PLACES = [ "api" "dns" "entryPoints" "http" "https" "listen" "metrics" "server" "tls" "web" ];
  digits = value: let found = match "(.*:)?([0-9]+)" value; in
    if found == null then [ ] else numbers (or' null (builtins.fromJSON (elemAt found 1)));
  numbers = value:
    if isInt value then (if value > 0 && value < 65536 then [ value ] else [ ])
    else if isString value then digits value
    else if isList value then concatMap (each: numbers (or' null each)) value
    else if isAttrs value then portsOfValue 0 value
    else [ ];
  addresses = value:
    if isString value then (if match ".*:[0-9]+" value == null then [ ] else digits value)
    else if isList value then concatMap (each: let it = or' null each; in if isAttrs it then portsOfValue 0 it else addresses it) value
    else [ ];
  # Of nginx and its like, which listen on the usual ports unless a site says something else.
  usualPorts = set:
    let
      sites = builtins.attrValues (or' { } set.virtualHosts.value);
      isSecure = site: builtins.any (name: or' false (site.\${name} or false == true)) [ "addSSL" "enableSSL" "forceSSL" "onlySSL" ];
    in
    if ! isOption (set.defaultHTTPListenPort or null) || concatMap (site: portsOfValue 1 (or' null site)) sites != [ ] then [ ]
    else
      numbers (or' null set.defaultHTTPListenPort.value)
      ++ (if builtins.any isSecure sites then numbers (or' null set.defaultSSLListenPort.value) else [ ]);
  portsOfOptions = depth: set: usualPorts set ++
    concatMap (name:
      let inner = or' null set.\${name}; in
      if ! isAttrs inner || isOther name || match "default.*" name != null then [ ]
      else if isOption inner then
        (if ! isOpen inner then [ ]
        else if isPortName name then numbers (or' null inner.value)
        else if isListenName name then addresses (or' null inner.value)
        else if name == "settings" then portsOfValue 3 (or' null inner.value)
        else if name == "virtualHosts" then concatMap (host: portsOfValue 1 (or' null host)) (builtins.attrValues (or' { } inner.value))
        else [ ])
      else if inner ? enable || depth == 0 || ! elem name PLACES then [ ]
      else portsOfOptions (depth - 1) inner
    ) (names set);
  portsOfValue = depth: value:
    if ! isAttrs value || or' null (value.type or null) == "derivation" then [ ]
    else
      concatMap (name:
        let inner = or' null value.\${name}; in
        if isOther name then [ ]
        else if isPortName name then numbers inner
        else if isListenName name && ! isAttrs inner then addresses inner
        else if depth > 0 && isAttrs inner then portsOfValue (depth - 1) inner
        else [ ]
      ) (names value);

  # ---- sets of options that the fleet has of its own

  # Those at the top that NixOS, nix-darwin, Home Manager and well-known modules have.
  KNOWN = [
    "accounts" "age" "appstream" "assertions" "boot" "catppuccin" "console" "containers" "dconf" "deployment" "disko"
    "documentation" "dysnomia" "ec2" "editorconfig" "environment" "fileSystems" "fonts" "gtk" "hardware" "home"
    "home-manager" "homebrew" "i18n" "ids" "image" "isSpecialisation" "jobs" "krb5" "launchd" "lib" "location" "manual"
    "meta" "microvm" "networking" "news" "nix" "nixops" "nixpkgs" "oci" "openstack" "pam" "passthru" "pathsToLink"
    "power" "powerManagement" "programs" "proxmox" "qt" "security" "services" "snapraid" "sops" "sound" "specialisation"
    "stylix" "submoduleSupport" "swapDevices" "system" "systemd" "targets" "test" "time" "uninstall" "users"
    "virtualbox" "virtualisation" "warnings" "wayland" "xdg" "xresources" "xsession" "zramSwap" "_module"
  ];
  ownSwitches = concatMap (name:
    let inner = or' null host.options.\${name}; in
    if elem name KNOWN || ! isAttrs inner || isOption inner then [ ]
    else
      (if isOn (inner.enable or null) then [ { path = [ name ]; files = filesOf inner.enable; declared = declarationsOf inner.enable; } ] else [ ])
      ++ map (each: { inherit (each) path files declared; }) (onBelow 4 [ name ] inner)
  ) (names host.options);

  # ---- packages

  # On paper a package has no other name than its attribute, which is what its program is called.
  packageName = package: or' (or' "?" (text package.meta.mainProgram)) (text (package.pname or (parseDrvName package.name).name));
  # The names of an option's packages, by the files that give them.
  packagesOf = option: map (definition: {
    file = fileOf definition;
    names = map packageName (or' [ ] definition.value);
  }) option.definitionsWithLocations;
`;
