/** Licences as nixpkgs calls them, by their names of SPDX. */

/** An expression of Nix for `MIT`, and for `MIT OR Apache-2.0`; nothing if one of them is not known. */
export function nixLicense(spdx: string): string | undefined {
  const found = spdx.split(/ (?:OR|AND) |\//u).map((each) => names.get(each.trim().toLowerCase()));
  if (found.includes(undefined)) return undefined;
  const all = found.map((name) => `lib.licenses.${name}`);
  return all.length === 1 ? all[0] : `[ ${all.join(" ")} ]`;
}

const names: ReadonlyMap<string, string> = new Map([
  ["0bsd", "bsd0"],
  ["agpl-3.0-only", "agpl3Only"],
  ["agpl-3.0-or-later", "agpl3Plus"],
  ["apache-2.0", "asl20"],
  ["bsd-2-clause", "bsd2"],
  ["bsd-3-clause", "bsd3"],
  ["bsl-1.0", "boost"],
  ["cc0-1.0", "cc0"],
  ["gpl-2.0-only", "gpl2Only"],
  ["gpl-2.0-or-later", "gpl2Plus"],
  ["gpl-3.0-only", "gpl3Only"],
  ["gpl-3.0-or-later", "gpl3Plus"],
  ["isc", "isc"],
  ["lgpl-2.1-only", "lgpl21Only"],
  ["lgpl-2.1-or-later", "lgpl21Plus"],
  ["lgpl-3.0-only", "lgpl3Only"],
  ["lgpl-3.0-or-later", "lgpl3Plus"],
  ["mit", "mit"],
  ["mpl-2.0", "mpl20"],
  ["unlicense", "unlicense"],
  ["wtfpl", "wtfpl"],
  ["zlib", "zlib"],
]);
