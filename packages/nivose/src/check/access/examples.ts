/** A fleet with a machine that is deployed from elsewhere, for the examples of rules. */

export function deployed(module: string, before?: string): Readonly<Record<string, string>> {
  return {
    "machine.nix": module,
    "fleet.nix": '{\n  hosts.machine = {\n    address = "192.168.1.10";\n    user = "root";\n  };\n}\n',
    ...(before === undefined ? {} : { "before:machine.nix": before }),
  };
}
