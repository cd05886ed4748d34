/**
 * `node scripts/layers.js`: the import rule between layers. The table is `layers.json`: the packages, from the bottom
 * up, and in each of them its layers (a folder or a file of `src`), again from the bottom up, with what each may
 * import. Arrows point down only; files do not import each other in a circle; and nothing but the layers named
 * `outside` touches the process, the console, the clock or the environment, which come in a context.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { outsideUses, readModule } from "./module.js";
import { filesBelow, packageFolders, root } from "./repository.js";

/** Checks the packages below `top`. Returns one finding `{ file, line, rule, text, todo }` for each violation. */
export function checkLayers(table, top = root) {
  const findings = tableFindings(table);
  const imports = new Map();
  for (const folder of packageFolders(top)) {
    const rules = table[folder];
    for (const file of filesBelow(`${folder}/src`, top).filter((name) => /\.[cm]?[jt]sx?$/.test(name))) {
      if (rules === undefined || layerOf(file, folder, rules) === undefined) {
        findings.push(unplaced(file));
        continue;
      }
      const module = readModule(file, readFileSync(path.join(top, file), "utf8"));
      const resolve = (specifier) => resolveImport(specifier, file, folder, table, top);
      const resolved = module.imports.map((one) => ({ ...one, ...resolve(one.specifier) }));
      imports.set(file, resolved);
      findings.push(...resolved.flatMap((one) => importFinding(one, file, folder, table) ?? []));
      if (!(rules.outside ?? []).includes(layerOf(file, folder, rules)))
        findings.push(...outsideFindings(module, file));
    }
  }
  findings.push(...cycleFindings(imports, table));
  return findings.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

/** One finding as the lines that are printed. */
export function printFinding({ file, line, rule, text, todo }) {
  return `${file}:${line}: ${text} (${rule})\n    ${todo}\n`;
}

/** What an import specifier names: `{ library }` of Node or of npm, or the `{ target }` file in this repository. */
function resolveImport(specifier, file, folder, table, top) {
  if (specifier.startsWith(".")) return { target: path.posix.join(path.posix.dirname(file), specifier) };
  const [, name, rest] = /^((?:@[^/]+\/)?[^/]+)(.*)$/.exec(specifier) ?? [undefined, specifier, ""];
  for (const other of Object.keys(table)) {
    const manifest = manifestOf(other, top);
    if (manifest?.name !== name) continue;
    const exported = manifest.exports?.[`.${rest}`];
    return typeof exported === "string" ? { target: path.posix.join(other, exported) } : { missing: other };
  }
  return { library: specifier, declared: isDeclared(name, manifestOf(folder, top)) };
}

function importFinding(one, file, folder, table) {
  const { specifier, line, target, library, missing } = one;
  const rules = table[folder];
  const at = (rule, text, todo) => ({ file, line, rule, text, todo });
  if (missing !== undefined) {
    return at(
      "export",
      `\`${specifier}\` is not exported by ${missing}`,
      `Name it under "exports" in ${missing}/package.json`,
    );
  }
  if (library !== undefined) {
    if (library.startsWith("node:")) return undefined;
    if (!rules.libraries) {
      return at(
        "library",
        `\`${library}\` is imported in ${folder}, which uses Node alone`,
        `${rules.why}. Do it here, or above`,
      );
    }
    if (one.declared) return undefined;
    return at(
      "library",
      `\`${library}\` is no dependency of ${folder}`,
      `Name it in ${folder}/package.json, or write \`node:\` before a module of Node`,
    );
  }
  // facts as plain JSON belong to no package
  if (rules.data === true && /^data\/.*\.json$/.test(target)) return undefined;
  const other = Object.keys(table).find((name) => target.startsWith(`${name}/`));
  if (other === undefined) {
    return at("source", `\`${specifier}\` lies outside of the packages' sources`, "Move what is needed into a package");
  }
  if (other !== folder) {
    if (specifier.startsWith(".")) {
      return at(
        "package",
        `\`${specifier}\` reaches into ${other}`,
        "Import it by the name of its package, through its exports",
      );
    }
    if (rules.uses.includes(other)) return undefined;
    return at("package", `${folder} imports ${other}`, `${rules.why}. Move what is needed down, or this file up`);
  }
  if (!target.startsWith(`${folder}/src/`)) return undefined;
  const from = layerOf(file, folder, rules);
  const to = layerOf(target, folder, rules);
  if (to === undefined || from === to || mayImport(rules, from).includes(to)) return undefined;
  return at("layer", `${from} imports ${to}`, todoOf(rules, from, to));
}

function todoOf(rules, from, to) {
  const order = Object.keys(rules.layers);
  if (order.indexOf(to) > order.indexOf(from))
    return `${to} is above ${from}: move what is needed down, or this file up`;
  return `${from} may import ${mayImport(rules, from).join(", ") || "no other layer"}: take what is needed as a parameter, or change scripts/layers.json and say why`;
}

function outsideFindings(module, file) {
  return outsideUses(module).map(({ line, name }) => ({
    file,
    line,
    rule: "outside",
    text: `\`${name}\` is the world outside`,
    todo: "Take it from the context that the command passes down, so that a test can choose it",
  }));
}

function unplaced(file) {
  const todo = "Put it into a folder of the table in scripts/layers.json, or give the table a new layer";
  return { file, line: 1, rule: "place", text: "this file is in no layer", todo };
}

/** The table itself is held to its own rule: a layer names only layers above it in the table, which are lower ones. */
function tableFindings(table) {
  const at = (text) => ({
    file: "scripts/layers.json",
    line: 1,
    rule: "table",
    text,
    todo: "List the lower one first",
  });
  const packages = Object.keys(table);
  return packages.flatMap((folder, place) => {
    const { uses, layers } = table[folder];
    const order = Object.keys(layers);
    const upward = order.flatMap((layer, index) =>
      mayImport(table[folder], layer)
        .filter((other) => !order.slice(0, index).includes(other))
        .map((other) => at(`${folder}: ${layer} names ${other}, which is not listed before it`)),
    );
    const unknown = uses
      .filter((other) => !packages.slice(0, place).includes(other))
      .map((other) => at(`${folder} uses ${other}, which is not listed before it`));
    return [...unknown, ...upward];
  });
}

function mayImport(rules, layer) {
  const allowed = rules.layers[layer];
  if (allowed !== "all above") return allowed;
  const order = Object.keys(rules.layers);
  return order.slice(0, order.indexOf(layer));
}

function layerOf(file, folder, rules) {
  const inside = file.slice(`${folder}/src/`.length);
  return Object.keys(rules.layers).find((layer) => layer === "." || inside === layer || inside.startsWith(`${layer}/`));
}

/** Circles of files, each reported once, at the import that closes it. Types count: a circle is a circle to a reader. */
function cycleFindings(imports, table) {
  const findings = [];
  const done = new Set();
  const trail = [];
  const visit = (file) => {
    trail.push(file);
    for (const { target, line } of imports.get(file) ?? []) {
      if (target === undefined || done.has(target) || !imports.has(target)) continue;
      const start = trail.indexOf(target);
      if (start === -1) {
        visit(target);
        continue;
      }
      if (isRecursiveLayer(trail.slice(start), table)) continue;
      const circle = [...trail.slice(start), target].map((name) => path.posix.basename(name)).join(" → ");
      const todo = "Move what both need into a file below them";
      findings.push({ file, line, rule: "circle", text: `imports go in a circle: ${circle}`, todo });
    }
    trail.pop();
    done.add(file);
  };
  for (const file of imports.keys()) if (!done.has(file)) visit(file);
  return findings;
}

/** Whether all files of a circle lie in one layer that is recursive by nature, and says why in the table. */
function isRecursiveLayer(circle, table) {
  const layers = circle.map((file) => {
    const folder = Object.keys(table).find((each) => file.startsWith(`${each}/`));
    const layer = folder && layerOf(file, folder, table[folder]);
    return layer !== undefined && table[folder].recursive?.[layer] !== undefined ? `${folder}/${layer}` : undefined;
  });
  return layers[0] !== undefined && layers.every((layer) => layer === layers[0]);
}

const manifests = new Map();

function manifestOf(folder, top) {
  const file = path.join(top, folder, "package.json");
  if (!manifests.has(file)) {
    let manifest;
    try {
      manifest = JSON.parse(readFileSync(file, "utf8"));
    } catch (error) {
      if (error.code !== "ENOENT") throw error;
    }
    manifests.set(file, manifest);
  }
  return manifests.get(file);
}

function isDeclared(name, manifest) {
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  return name in { ...dependencies, ...devDependencies, ...optionalDependencies };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const table = JSON.parse(readFileSync(path.join(root, "scripts/layers.json"), "utf8"));
  const findings = checkLayers(table);
  process.stdout.write(findings.map(printFinding).join(""));
  if (findings.length > 0) process.exitCode = 1;
}
