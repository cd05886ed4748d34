/** What a core file says that its language does not have, with the place. */
export class CoreError extends Error {
  name = "CoreError";
}

/**
 * Refuses a node of a module.
 * @param {{ file: string, text: string }} module
 * @param {{ start: number }} node
 * @param {string} what
 * @returns {never}
 */
export function refuse(module, node, what) {
  const before = module.text.slice(0, node.start).split("\n");
  const column = before.at(-1).length + 1;
  throw new CoreError(`${module.file}:${before.length}:${column}: ${what}`);
}
