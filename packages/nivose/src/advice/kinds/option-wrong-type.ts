import { optionNames } from "../places/option-definitions.ts";
import type { ShownPlace } from "../places/sources.ts";
import type { Remedy } from "../../report/advice.ts";
import type { Failed, Recogniser } from "../failed.ts";
import { adviceMessages } from "../messages.ts";
import { mend } from "../mended-value.ts";
import { definitionsIn } from "../read-message.ts";
import { bindingAt, oneLineBinding } from "../source.ts";

const WRONG_TYPE = /^A definition for option [`']([^\n]+?)' is not of type [`']([\s\S]*?)'\. /u;

/** A value of another type than the option takes, and what it would look like. */
export const optionWrongType: Recogniser = (failed) => {
  const [, option, type] = WRONG_TYPE.exec(failed.text) ?? [];
  if (option === undefined || type === undefined) return undefined;
  const { entry } = optionNames(option);
  const value = definitionsIn(failed.text)[0]?.value;
  const mended = value === undefined ? undefined : mend(value, type);
  const example = failed.scope?.option?.example ?? undefined;
  const hint =
    mended?.hint ?? (example === undefined || example.length > LONGEST ? undefined : `an example: ${example.trim()}`);
  const path = option.replace(/\."\[definition [^"]*\]"$/u, "");
  const subject = entry === undefined ? `'${path}'` : `an element of '${path}'`;
  const message = adviceMessages["option-wrong-type"](subject, type.replaceAll(/\s+/gu, " "), value, hint);
  const [place] = failed.shown;
  const remedies = mended?.write === undefined || place === undefined ? [] : written(failed, place, mended.write);
  return failed.advise(message, remedies);
};

const LONGEST = 80;

/** Nothing if the value is not written down where the option is set. */
function written(failed: Failed, place: ShownPlace, write: (value: string) => string): Remedy[] {
  const tree = failed.treeOf(place);
  const binding = bindingAt(tree, place.range.start);
  if (binding === undefined) return [];
  const [before] = oneLineBinding(tree, binding, (value) => value);
  const [after] = oneLineBinding(tree, binding, write);
  return after === undefined || after === before ? [] : [{ text: "write it like this", lines: [after] }];
}
