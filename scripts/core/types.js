/** As much of the types as matters: what is a number, what is a Boolean, and what does not come back. */

/**
 * @param {ReturnType<typeof import("./modules.js").openModules>} modules
 * @param {object} module where the type is written
 * @returns {"number" | "boolean" | "void" | "never" | undefined} `undefined` for all other types
 */
export function kindOfType(modules, module, node) {
  switch (node.type) {
    case "TSTypeAnnotation":
      return kindOfType(modules, module, node.typeAnnotation);
    case "TSNumberKeyword":
      return "number";
    case "TSBooleanKeyword":
    case "TSTypePredicate":
      return "boolean";
    case "TSVoidKeyword":
      return "void";
    case "TSNeverKeyword":
      return "never";
    case "TSLiteralType":
      return literalKind(node.literal);
    case "TSUnionType": {
      const kinds = new Set(node.types.map((one) => kindOfType(modules, module, one)));
      return kinds.size === 1 ? [...kinds][0] : undefined;
    }
    case "TSIntersectionType":
      return node.types.map((one) => kindOfType(modules, module, one)).find((kind) => kind !== undefined);
    case "TSTypeReference":
      return kindOfNamed(modules, module, node.typeName);
    default:
      return undefined;
  }
}

/** What a function takes and gives. What is not written down is taken for a number. */
export function signature(modules, { module, node }) {
  const kind = (annotation) => (annotation ? kindOfType(modules, module, annotation) : "number");
  const parameters = node.params.map((one) => kind((one.left ?? one).typeAnnotation));
  return { parameters, result: kind(node.returnType) };
}

function literalKind({ type, value, argument }) {
  if (type === "UnaryExpression") return literalKind(argument);
  return typeof value === "number" || typeof value === "boolean" ? typeof value : undefined;
}

function kindOfNamed(modules, module, name) {
  const thing =
    name.type === "Identifier" ? modules.find(module, name.name) : qualified(modules, module, name.left, name.right);
  return thing?.kind === "type" ? kindOfType(modules, thing.module, thing.node) : undefined;
}

function qualified(modules, module, left, right) {
  const space = left.type === "Identifier" ? modules.find(module, left.name) : undefined;
  return space?.kind === "namespace" ? modules.findExport(space.module, right.name) : undefined;
}
