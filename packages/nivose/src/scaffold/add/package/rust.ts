/** Rust: `Cargo.toml` with `Cargo.lock`, whose hashes are enough but for what comes from Git. */

import { nixString } from "../../nix.ts";
import { type Facts, type Source, table, text } from "./facts.ts";
import { parseToml } from "./toml.ts";

export function rustFacts({ read }: Source): Facts | undefined {
  const manifest = read("Cargo.toml");
  if (manifest === undefined) return undefined;
  const all = parseToml(manifest);
  const own = table(all["package"]);
  const lock = read("Cargo.lock");
  const version = text(own["version"]);
  const shared = text(table(table(all["workspace"])["package"])["version"]);
  const fromGit = gitPackages(lock);
  const bin = Array.isArray(all["bin"]) ? text(table(all["bin"][0])["name"]) : undefined;
  return {
    language: "rust",
    version:
      version !== undefined
        ? "(lib.importTOML {source}/Cargo.toml).package.version"
        : shared === undefined
          ? '"0"'
          : "(lib.importTOML {source}/Cargo.toml).workspace.package.version",
    description: text(own["description"]),
    license: text(own["license"]),
    program: bin ?? text(own["name"]),
    values: { lock: lock !== undefined, outputHashes: fromGit.map((name) => `${nixString(name)} = lib.fakeHash;`) },
    notes: [
      ...(lock === undefined
        ? [
            "There is no Cargo.lock: 'cargo generate-lockfile' writes one. Until then cargoHash has to be found out: a build tells the right one.",
          ]
        : []),
      ...(fromGit.length > 0
        ? [`The hashes of ${fromGit.join(", ")} are not known yet: a build fails, and tells the right ones.`]
        : []),
    ],
  };
}

/** `name-version` of each package that Git has, once for each commit. */
function gitPackages(lock: string | undefined): string[] {
  const packages = parseToml(lock)["package"];
  const sources = new Map<string, string>();
  for (const each of Array.isArray(packages) ? packages : []) {
    const { name, version, source } = table(each);
    const from = text(source);
    if (from?.startsWith("git+") === true && !sources.has(from)) sources.set(from, `${text(name)}-${text(version)}`);
  }
  return [...sources.values()];
}
