/** Python: `pyproject.toml`, as the index of packages and Poetry have it. */

import { isPackageOfSet } from "../../../schema/package-data.ts";
import { nixName } from "../../nix.ts";
import { type Facts, type Source, table, text, texts } from "./facts.ts";
import { parseToml } from "./toml.ts";

export function pythonFacts({ read }: Source): Facts | undefined {
  const manifest = read("pyproject.toml");
  if (manifest === undefined) return undefined;
  const all = parseToml(manifest);
  const project = table(all["project"]);
  const poetry = table(table(all["tool"])["poetry"]);
  const isPoetry = Object.keys(project).length === 0 && Object.keys(poetry).length > 0;
  const own = isPoetry ? poetry : project;
  const required = isPoetry ? poetryNames(poetry) : texts(project["dependencies"]);
  const dependencies = packagesOf(required);
  const build = packagesOf(texts(table(all["build-system"])["requires"]));
  const where = isPoetry ? "tool.poetry" : "project";
  const hasVersion = text(own["version"]) !== undefined;
  const missing = [...build.missing, ...dependencies.missing];
  return {
    language: "python",
    version: hasVersion ? `(lib.importTOML {source}/pyproject.toml).${where}.version` : '"0"',
    description: text(own["description"]),
    license: text(own["license"]) ?? text(table(own["license"])["text"]),
    program: Object.keys(table(own["scripts"]))[0],
    values: {
      buildSystem: build.found.length > 0 ? build.found : ["python3Packages.setuptools"],
      dependencies: dependencies.found,
      extras: dependencies.extras,
      missing: missing.map((name) => `# nixpkgs has no ${name}`),
    },
    notes: [
      ...(missing.length === 0
        ? []
        : [`nixpkgs has no Python packages of these names: ${missing.join(", ")}. They are left out.`]),
      ...(hasVersion ? [] : ["The version is computed when it is built; '0' stands in its place."]),
    ],
  };
}

interface PythonPackages {
  readonly found: readonly string[];
  /** Lists of what an extra of a package asks for. */
  readonly extras: readonly string[];
  readonly missing: readonly string[];
}

/** Requirements such as `uvicorn[standard]>=0.30; python_version > "3.8"`. What is for another system is left out. */
function packagesOf(requirements: readonly string[]): PythonPackages {
  const found = new Set<string>();
  const extras: string[] = [];
  const missing = new Set<string>();
  for (const requirement of requirements) {
    const match = /^\s*([A-Za-z0-9][\w.-]*)\s*(?:\[([^\]]*)\])?/u.exec(requirement);
    if (match === null || /sys_platform\s*==\s*['"]win32|platform_system\s*==\s*['"]Windows/u.test(requirement))
      continue;
    const name = normalized(match[1]!);
    if (name === "python") continue;
    if (!isPackageOfSet("python3Packages", name)) {
      missing.add(name);
      continue;
    }
    found.add(`python3Packages.${nixName(name)}`);
    for (const extra of (match[2] ?? "").split(",").map((each) => each.trim())) {
      if (extra !== "") extras.push(`python3Packages.${nixName(name)}.optional-dependencies.${nixName(extra)}`);
    }
  }
  return { found: [...found].toSorted(), extras, missing: [...missing].toSorted() };
}

/** As the index compares names, and nixpkgs writes them. */
function normalized(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/gu, "-");
}

function poetryNames(poetry: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(table(poetry["dependencies"])).flatMap(([name, wanted]) => {
    const isOptional = table(wanted)["optional"] === true;
    const extras = texts(table(wanted)["extras"]);
    return isOptional ? [] : [extras.length === 0 ? name : `${name}[${extras.join(",")}]`];
  });
}
