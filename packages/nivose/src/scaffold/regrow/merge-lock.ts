/** Lock files: what the inputs of one drawing have that those of the other do not. What the user has locked stays locked. */

interface Lock {
  readonly nodes: Readonly<Record<string, LockedNode>>;
}

type LockedNode = Readonly<Record<string, unknown>> & { readonly inputs?: Readonly<Record<string, unknown>> };

/** Nothing if the user's file is no lock file of the same kind, or has something else under a name that is new. */
export function mergeLocks(mine: string, before: string, after: string): string | undefined {
  const own = parsed(mine);
  const [old, young] = [parsed(before), parsed(after)];
  if (own === undefined || old === undefined || young === undefined) return undefined;
  const nodes: Record<string, LockedNode> = { ...own.nodes };
  for (const name of Object.keys(old.nodes)) if (!Object.hasOwn(young.nodes, name)) delete nodes[name];
  for (const [name, node] of Object.entries(young.nodes)) {
    const was = old.nodes[name];
    const is = nodes[name];
    if (was === undefined) {
      if (is !== undefined && text(is) !== text(node)) return undefined;
      nodes[name] = node;
    } else if (is !== undefined && text(was.inputs) !== text(node.inputs)) {
      nodes[name] = { ...is, inputs: mergedInputs(is.inputs ?? {}, was.inputs ?? {}, node.inputs ?? {}) };
    }
  }
  const sorted = Object.fromEntries(Object.entries(nodes).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ ...own, nodes: sorted }, undefined, 2)}\n`;
}

function mergedInputs(
  mine: Readonly<Record<string, unknown>>,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const inputs = { ...mine };
  for (const name of Object.keys(before)) if (!Object.hasOwn(after, name)) delete inputs[name];
  for (const [name, input] of Object.entries(after)) if (!Object.hasOwn(before, name)) inputs[name] ??= input;
  return Object.fromEntries(Object.entries(inputs).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function parsed(json: string): Lock | undefined {
  try {
    const value = JSON.parse(json) as Partial<Lock> | null;
    return typeof value?.nodes === "object" && value.nodes !== null ? (value as Lock) : undefined;
  } catch {
    return undefined;
  }
}

function text(value: unknown): string {
  return JSON.stringify(value);
}
