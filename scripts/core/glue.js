/**
 * The JavaScript around the compiled core. Modules import each other in circles, and some call the core while they are
 * loaded: so the instance comes from a module that imports nothing but the memory, and the functions of other
 * modules are put into its table by a second module, once these are there.
 */

/**
 * The code of the module of the instance.
 * @param {boolean} isLate whether it is made when it is first called, for what is loaded more often than used
 */
export function instanceCode({ bytes, exports, imports }, memory, isLate) {
  const functions = Object.values(exports).flatMap((one) => one.functions);
  const encoded = Buffer.from(bytes).toString("base64");
  return [
    `import { memory } from ${JSON.stringify(memory)};`,
    "export const outside = {};",
    "const start = () =>",
    `  new WebAssembly.Instance(new WebAssembly.Module(Buffer.from("${encoded}", "base64")), {`,
    `    core: {\n      memory,\n${imports.map(importedArrow).join("")}    },`,
    "  }).exports;",
    isLate ? "let core;" : "const core = start();",
    ...functions.map((one) => `const core_${one.as} = ${isLate ? lateFunction(one) : exportedFunction(one)};`),
    `export { ${functions.map(({ as }) => `core_${as}`).join(", ")} };`,
  ].join("\n");
}

/**
 * The code of the module that fills the table.
 * @param {(file: string) => string} specifierOf
 */
export function outsideCode({ imports }, instance, specifierOf) {
  return [
    `import { outside } from ${JSON.stringify(instance)};`,
    ...imports.map(({ name, as, file }) => `import { ${name} as ${as}_ } from ${JSON.stringify(specifierOf(file))};`),
    ...imports.map(({ as }) => `outside.${as} = ${as}_;`),
  ].join("\n");
}

/** The code that stands for a file of the core. */
export function glueCode({ functions, constants, passedOn }, instance, outside) {
  const names = functions.map(({ name, as }) => `core_${as} as ${name}`);
  return [
    `export { ${names.join(", ")} } from ${JSON.stringify(instance)};`,
    ...(functions.length > 0 ? [`import ${JSON.stringify(outside)};`] : []),
    ...passedOn,
    ...constants.map(({ name, value }) => `export const ${name} = ${value};`),
  ].join("\n");
}

/** WebAssembly gives 0 and 1 where a function of another module expects a Boolean. */
function importedArrow({ as, parameters }) {
  const given = parameters.map((kind, at) => (kind === "boolean" ? `p${at} === 1` : `p${at}`));
  return `      ${as}: (${names(parameters)}) => outside.${as}(${given.join(", ")}),\n`;
}

function exportedFunction({ as, parameters, result }) {
  const taken = names(parameters);
  return result === "boolean" ? `(${taken}) => core.${as}(${taken}) === 1` : `core.${as}`;
}

function lateFunction({ as, parameters, result }) {
  const taken = names(parameters);
  return `(${taken}) => (core ??= start()).${as}(${taken})${result === "boolean" ? " === 1" : ""}`;
}

function names(parameters) {
  return parameters.map((_, at) => `p${at}`).join(", ");
}
