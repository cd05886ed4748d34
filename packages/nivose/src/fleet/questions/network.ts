/** What a system's own settings say of its network: in Nix, beside the words that all questions use. */

export const networkWords = `
  range = each: "\${toString each.from}-\${toString each.to}";
  openIn = set: {
    tcp = or' [ ] (whole set.allowedTCPPorts);
    udp = or' [ ] (whole set.allowedUDPPorts);
    tcpRanges = or' [ ] (whole (map range set.allowedTCPPortRanges));
    udpRanges = or' [ ] (whole (map range set.allowedUDPPortRanges));
  };
  firewallOf = set: {
    isOn = set.enable;
    interfaces = or' { } (listToAttrs (pairs (name: interface: { inherit name; value = openIn interface; }) set.interfaces));
  } // openIn set;
  addressesOf = system:
    or' [ ] (concatLists (pairs (name: interface: map (each: {
      interface = name;
      address = "\${each.address}/\${toString each.prefixLength}";
    }) (interface.ipv4.addresses ++ interface.ipv6.addresses)) system.networking.interfaces))
    ++ or' [ ] (concatLists (pairs (name: network: map (address: {
      interface = let matched = or' null (network.matchConfig.Name or null); in if isString matched then matched else name;
      address = text address;
    }) network.address) system.systemd.network.networks));
`;
