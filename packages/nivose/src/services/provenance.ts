/** The line by which a module is known that was written from the catalogue, and from which version of its entry. */

export function provenance(name: string, version: number): string {
  return `# From nivose's catalogue of services: ${name}, version ${version}.`;
}

/** With the name and the version as groups; any name, if none is given. */
export function provenancePattern(name = String.raw`[a-z][\w-]*`): RegExp {
  return new RegExp(String.raw`# From nivose's catalogue of services: (${name}), version (\d+)\.`, "u");
}
