/** Statements. A **target** is what `break` and `continue` go to: the blocks for it, and the labels it answers to. */
import { emitJump } from "./conditions.js";
import { refuse } from "./error.js";
import { emitEffect, emitValue } from "./expressions.js";
import { constantOf, declareKnown, declareLocal, withScope } from "./names.js";
import { BLOCK, LOOP, RETURN } from "./opcodes.js";
import { emitSwitch } from "./switch.js";

export function emitStatement(f, node, labels = []) {
  switch (node.type) {
    case "BlockStatement":
      if (labels.length > 0) return emitLabelled(f, node, labels);
      return withScope(f, () => node.body.forEach((each) => emitStatement(f, each)));
    case "VariableDeclaration":
      return emitDeclaration(f, node);
    case "ExpressionStatement":
      return emitEffect(f, node.expression);
    case "IfStatement":
      return labels.length > 0 ? emitLabelled(f, node, labels) : emitIf(f, node);
    case "ForStatement":
    case "WhileStatement":
      return withScope(f, () => emitLoop(f, node, labels));
    case "DoWhileStatement":
      return emitDo(f, node, labels);
    case "SwitchStatement":
      return emitSwitch(f, node, labels);
    case "LabeledStatement":
      return emitStatement(f, node.body, [...labels, node.label.name]);
    case "BreakStatement":
      return f.code.branch(targetOf(f, node, (target) => target.isLoop || target.isSwitch).end);
    case "ContinueStatement":
      return f.code.branch(targetOf(f, node, (target) => target.isLoop).next);
    case "ReturnStatement":
      return emitReturn(f, node);
    case "EmptyStatement":
    case "TSTypeAliasDeclaration":
      return undefined;
    default:
      return refuse(f.module, node, `${node.type} is not in the language of the core`);
  }
}

function emitDeclaration(f, node) {
  if (node.kind !== "const" && node.kind !== "let")
    refuse(f.module, node, `\`${node.kind}\` is not in the language of the core`);
  for (const { id, init } of node.declarations) {
    if (id.type !== "Identifier") refuse(f.module, id, "a local is declared by its name alone");
    const known = node.kind === "const" ? constantOf(f, init) : undefined;
    if (known !== undefined) {
      declareKnown(f, id.name, known);
      continue;
    }
    // one that has no start value must not have that of what had the local before
    if (init === null) f.code.constant(0);
    else emitValue(f, init);
    f.code.set(declareLocal(f, id.name));
  }
}

function emitIf(f, { test, consequent, alternate }) {
  const { code } = f;
  const end = alternate === null ? undefined : code.open();
  const otherwise = code.open();
  emitJump(f, test, false, otherwise);
  emitStatement(f, consequent);
  if (end !== undefined) code.branch(end);
  code.close();
  if (end === undefined) return;
  emitStatement(f, alternate);
  code.close();
}

function emitLoop(f, { init = null, test, update = null, body }, labels) {
  const { code } = f;
  if (init?.type === "VariableDeclaration") emitDeclaration(f, init);
  else if (init !== null) emitEffect(f, init);
  const end = code.open();
  const start = code.open(LOOP);
  if (test !== null) emitJump(f, test, false, end);
  const next = update === null ? start : code.open(BLOCK);
  withTarget(f, { isLoop: true, labels, end, next }, () => emitStatement(f, body));
  if (update !== null) {
    code.close();
    emitEffect(f, update);
  }
  code.branch(start);
  code.close();
  code.close();
}

function emitDo(f, { test, body }, labels) {
  const { code } = f;
  const end = code.open();
  const start = code.open(LOOP);
  const next = code.open();
  withTarget(f, { isLoop: true, labels, end, next }, () => emitStatement(f, body));
  code.close();
  emitJump(f, test, true, start);
  code.close();
  code.close();
}

/** A statement of which only `break LABEL` knows. */
function emitLabelled(f, node, labels) {
  const end = f.code.open();
  withTarget(f, { labels, end }, () => emitStatement(f, node));
  f.code.close();
}

function emitReturn(f, node) {
  const { argument } = node;
  if (argument === null) {
    if (f.hasResult) refuse(f.module, node, "this function has to return a value");
  } else if (f.hasResult) emitValue(f, argument);
  else emitEffect(f, argument);
  if (f.returnTo === undefined) f.code.put(RETURN);
  else f.code.branch(f.returnTo);
}

/** Runs `inside` with one more target. */
export function withTarget(f, target, inside) {
  f.targets.push(target);
  inside();
  f.targets.pop();
}

function targetOf(f, node, isMeant) {
  const { label } = node;
  const found = f.targets.findLast((target) => (label === null ? isMeant(target) : target.labels.includes(label.name)));
  if (found === undefined) return refuse(f.module, node, "there is nothing here to leave or to go on with");
  return found;
}
