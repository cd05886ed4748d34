/** The commands of a `PLAN.md`: each shows that one named thing of a plan is there. */

export interface PlanRow {
  readonly thing: string;
  readonly command: string;
}

export type PlanCommand =
  /** Runs as it is, in the folder of the example. */
  | { readonly kind: "shell"; readonly command: string }
  /** A plain file, which needs nothing but the language. */
  | { readonly kind: "file"; readonly file: string; readonly attribute: string }
  /** An output of a flake; `attribute` is what has to evaluate. */
  | { readonly kind: "flake"; readonly folder: string; readonly attribute: string }
  | { readonly kind: "unknown" };

/** Table rows whose last cell is a command. */
export function planRows(markdown: string): PlanRow[] {
  return markdown.split("\n").flatMap((line) => {
    const cells = line.split(/(?<!\\)\|/u).map((cell) => cell.trim());
    const [, command] = /^`(.+)`$/u.exec(cells.at(-2) ?? "") ?? [];
    return command === undefined ? [] : [{ thing: cells[1] ?? "", command: command.replaceAll(String.raw`\|`, "|") }];
  });
}

export function planCommand(command: string): PlanCommand {
  if (/^(?:ls|grep -q) /u.test(command)) return { kind: "shell", command };
  const [, file, attribute] = /^nix eval --(?:json --)?file (\S+)(?: (\S+))?$/u.exec(command) ?? [];
  if (file !== undefined) return { kind: "file", file, attribute: attribute ?? "" };
  const [, verb, reference, name] =
    /^(nix (?:eval|build|develop|run)|nixos-rebuild build --flake|darwin-rebuild build --flake|home-manager build --flake)(?: --json| --raw)? ([^\s#]+)#(\S+)(?: .*)?$/u.exec(
      command,
    ) ?? [];
  if (verb === undefined || reference === undefined || name === undefined) return { kind: "unknown" };
  return { kind: "flake", folder: reference, attribute: attributeOf(verb, name.replaceAll("'", "")) };
}

/** What a command builds, as the attribute of its derivation path; `SYSTEM` stands for the machine's. */
function attributeOf(verb: string, name: string): string {
  const isPath =
    name.includes(".") &&
    /^(?:packages|checks|devShells|apps|formatter|nixosConfigurations|darwinConfigurations|homeConfigurations|legacyPackages)\./u.test(
      name,
    );
  switch (verb) {
    case "nix eval":
      return name;
    case "nix build":
      return `${isPath ? name : `packages.SYSTEM.${name}`}.drvPath`;
    case "nix develop":
      return `devShells.SYSTEM.${name}.drvPath`;
    case "nix run":
      return `apps.SYSTEM.${name}.program`;
    case "nixos-rebuild build --flake":
      return `nixosConfigurations.${name}.config.system.build.toplevel.drvPath`;
    case "darwin-rebuild build --flake":
      return `darwinConfigurations.${name}.system.drvPath`;
    default:
      return `homeConfigurations.${name}.activationPackage.drvPath`;
  }
}
