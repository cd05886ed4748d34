/** Which option makes a file of a machine. */

import type { Style } from "../report/style.ts";
import { printable } from "../report/terminal-text.ts";
import type { FileAnswer, FileMaker } from "./file-question.ts";
import { optionPathText } from "./option-path.ts";

export function tellFile({ file, makers }: FileAnswer, host: string, style: Style): string[] {
  const [first, ...others] = makers;
  return [
    `${style.strong(printable(file))} on ${style.strong(printable(host))}`,
    ...(first === undefined ? [] : [`  ${verb(first)} ${style.strong(nameOf(first))}`]),
    ...others.map((other) => `  ${style.faint(`and ${verb(other)} ${nameOf(other)}`)}`),
  ];
}

export function fileJson({ file, makers }: FileAnswer): object {
  return { file, makers: makers.map(({ option, ...maker }) => ({ option: optionPathText(option), ...maker })) };
}

function verb({ isWithin, isOff }: FileMaker): string {
  if (isOff) return "is switched off in";
  return isWithin ? "is in the folder of" : "is made by";
}

function nameOf({ option }: FileMaker): string {
  return printable(optionPathText(option));
}
