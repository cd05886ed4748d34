/** `switch`: the bodies stand one after the other, each behind the end of a block, and a jump at the start selects one. */
import { refuse } from "./error.js";
import { emitValue } from "./expressions.js";
import { constantOf, withScope } from "./names.js";
import { BR_IF, BR_TABLE, comparisons, EQZ, SUB } from "./opcodes.js";
import { unsigned } from "./encode.js";
import { emitStatement, withTarget } from "./statements.js";

export function emitSwitch(f, node, labels) {
  const { code } = f;
  const end = code.open();
  // the block of the first body is the innermost
  const blocks = node.cases.map(() => code.open()).toReversed();
  const byDefault = node.cases.findIndex(({ test }) => test === null);
  const otherwise = byDefault < 0 ? end : blocks[byDefault];
  emitSelection(f, node.discriminant, readCases(f, node.cases, blocks), otherwise);
  withTarget(f, { isSwitch: true, labels, end }, () =>
    withScope(f, () => {
      for (const { consequent } of node.cases) {
        code.close();
        for (const each of consequent) emitStatement(f, each);
      }
    }),
  );
  code.close();
}

/** The block of each value; of two cases with the same one, the first counts. */
function readCases(f, cases, blocks) {
  const byValue = new Map();
  for (const [index, { test }] of cases.entries()) {
    if (test === null) continue;
    const value = constantOf(f, test);
    if (typeof value !== "number" || (value | 0) !== value)
      refuse(f.module, test, "a case is a constant 32-bit integer");
    if (!byValue.has(value)) byValue.set(value, blocks[index]);
  }
  return byValue;
}

function emitSelection(f, discriminant, byValue, otherwise) {
  const { code } = f;
  emitValue(f, discriminant);
  const values = [...byValue.keys()];
  const least = Math.min(...values);
  const span = Math.max(...values) - least + 1;
  if (values.length >= 4 && span <= values.length * 4) {
    if (least !== 0) {
      code.constant(least);
      code.put(SUB);
    }
    const labels = Array.from({ length: span }, (_, at) => code.label(byValue.get(least + at) ?? otherwise));
    code.put(BR_TABLE, ...unsigned(span), ...labels.flat(), ...code.label(otherwise));
    return;
  }
  const local = code.takeLocal();
  code.set(local);
  for (const [value, block] of byValue) {
    code.get(local);
    if (value !== 0) code.constant(value);
    code.put(...(value === 0 ? [EQZ] : [comparisons["==="].signed]));
    code.branch(block, BR_IF);
  }
  code.giveBack(local);
  code.branch(otherwise);
}
