import { adviceMessages } from "../messages.ts";
import type { Remedy } from "../../report/advice.ts";
import { type Failed, type Recogniser, shortName } from "../failed.ts";
import { definitionsIn } from "../read-message.ts";
import type { ShownPlace } from "../places/sources.ts";
import { bindingAt, oneLineBinding } from "../source.ts";

const CONFLICT =
  /^The option [`']([^\n]+?)' (?:has conflicting definition values|has conflicting option types|is defined multiple times|is defined both)/u;
const SET_TWICE = /^The option [`']([^\n]+?)' is read-only, but it's set multiple times/u;

/** Several definitions that cannot all count: each with its value, and how to say which one wins. */
export const optionConflict: Recogniser = (failed) => {
  const readOnly = SET_TWICE.exec(failed.text)?.[1];
  const option = readOnly ?? CONFLICT.exec(failed.text)?.[1];
  if (option === undefined) return undefined;
  const definitions = definitionsIn(failed.text);
  const places = failed.shown.map((each) => {
    const value = definitions.find(({ file }) => file === each.source.name)?.value;
    return failed.place(each, value === undefined ? undefined : `gives ${value}`);
  });
  const elsewhere = definitions.filter(({ file }) => !places.some((place) => place.file === file));
  const others = elsewhere.map(({ file, value }) => `${value ?? "another value"} in ${file}`);
  const message =
    readOnly === undefined
      ? adviceMessages["option-conflict"](option, definitions.length)
      : adviceMessages["option-set-twice"](option);
  const told =
    others.length === 0 ? message : { ...message, hint: `${message.hint}; there is also ${others.join(", ")}` };
  const areApart = definitions.every(
    ({ file }, index) => definitions.findIndex((other) => other.file === file) === index,
  );
  const remedies = readOnly === undefined && areApart ? failed.shown.flatMap((each) => forcing(failed, each)) : [];
  return failed.advise(told, remedies, places);
};

/** The definition with `mkForce` around its value, if it is short. */
function forcing(failed: Failed, place: ShownPlace): Remedy[] {
  const tree = failed.treeOf(place);
  const binding = bindingAt(tree, place.range.start);
  const lines = binding === undefined ? [] : oneLineBinding(tree, binding, forced);
  const { file, line } = failed.place(place);
  return lines.length === 0 ? [] : [{ text: `so that ${shortName(file, failed)}:${line} wins, write there`, lines }];
}

function forced(value: string): string {
  return `lib.mkForce ${/^(?:"[^"]*"|[\w.]+|\[.*\]|\{.*\})$/u.test(value) ? value : `(${value})`}`;
}
