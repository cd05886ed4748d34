/** What names stand for inside of a function: its locals, known values, and what is around it. */
import { constantValue } from "./constants.js";
import { refuse } from "./error.js";

/** Runs `inside` with a scope of its own; the locals of it are free for others afterwards. */
export function withScope(f, inside) {
  const scope = { names: new Map(), parent: f.scope, locals: [] };
  f.scope = scope;
  inside();
  f.scope = scope.parent;
  for (const local of scope.locals) f.code.giveBack(local);
}

/** Gives a name a local of its own. */
export function declareLocal(f, name) {
  const index = f.code.takeLocal();
  f.scope.locals.push(index);
  f.scope.names.set(name, { kind: "local", index });
  return index;
}

/** Lets a name stand for a constant. */
export function declareKnown(f, name, value) {
  f.scope.names.set(name, { kind: "known", value });
}

/** What an identifier or `namespace.name` stands for; `undefined` if it is something else. */
export function lookUp(f, node) {
  if (node.type === "Identifier") {
    for (let scope = f.scope; scope !== undefined; scope = scope.parent) {
      const found = scope.names.get(node.name);
      if (found !== undefined) return found;
    }
    return f.program.modules.find(f.module, node.name);
  }
  if (node.type !== "MemberExpression" || node.computed) return undefined;
  const space = lookUp(f, node.object);
  return space?.kind === "namespace" ? f.program.modules.findExport(space.module, node.property.name) : undefined;
}

/** The local that is assigned to. */
export function localOf(f, node) {
  const found = node.type === "Identifier" ? lookUp(f, node) : undefined;
  if (found?.kind !== "local")
    return refuse(f.module, node, "only locals, parameters and what is in the memory can change");
  return found.index;
}

/** The value of an expression if it is known while compiling. */
export function constantOf(f, node) {
  return constantValue(node, (name) => {
    const found = lookUp(f, name);
    if (found?.kind === "known") return found.value;
    return found?.kind === "constant" ? constantOfThing(f.program.modules, found) : undefined;
  });
}

/** The value of a constant of a module; `undefined` if only running the module gives it. */
export function constantOfThing(modules, thing) {
  if (!("value" in thing)) {
    // one that is made of itself has none
    thing.value = undefined;
    const f = { program: { modules }, module: thing.module, scope: undefined };
    if (thing.node) thing.value = constantOf(f, thing.node);
  }
  return thing.value;
}

/** How a node sees the memory, as `heap` or as `heapBytes`; `undefined` if it is something else. */
export function viewOf(f, node) {
  const found = node.type === "Identifier" ? lookUp(f, node) : undefined;
  return found?.module?.file === f.program.memory ? views[found.name] : undefined;
}

/** The two views: by how many bits an index is shifted to get an address. */
const views = {
  heap: { name: "heap", shift: 2 },
  heapBytes: { name: "heapBytes", shift: 0 },
};
