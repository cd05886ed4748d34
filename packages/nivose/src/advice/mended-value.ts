/** Values of another type than an option takes, and what would be right. */

import { didYouMean, namesLike } from "./names.ts";

export interface Mended {
  readonly hint: string;
  /** What to write in the place of the value as it is written. */
  readonly write?: (value: string) => string;
}

/** What people usually mean by a value that an option of this type does not take. `value` is as messages show it. */
export function mend(value: string, type: string): Mended | undefined {
  // A set needs names, which the value cannot tell.
  if (/^(?:null or )?\(?(?:lazy )?attribute set of /u.test(type)) return undefined;
  // of several types nobody knows which one is meant
  if (/\) or /u.test(type)) return mendOne(value, type);
  const element = /^(?:null or )?\(?(?:non-empty )?list of (.+)$/su.exec(type)?.[1];
  return element === undefined || value.startsWith("[") ? mendOne(value, type) : mendList(value, element);
}

/** A value that is to be in a list may have to be another one, too: `"22"` where ports are taken. */
function mendList(value: string, element: string): Mended {
  const { hint, write } = mendOne(value, element) ?? {};
  return {
    hint: write === undefined ? "put it into brackets, even if it is the only one" : `${hint}, and in brackets`,
    write: (written) => `[ ${bracketed(write?.(written) ?? written)} ]`,
  };
}

function mendOne(value: string, type: string): Mended | undefined {
  const text = /^"(.*)"$/su.exec(value)?.[1];
  const truth = text === undefined ? undefined : truths[text.toLowerCase()];
  if (/\bboolean\b/u.test(type) && truth !== undefined)
    return { hint: `write ${truth}, without quotes`, write: replacing(`"${text}"`, truth) };
  if (/\bboolean\b/u.test(type) && /^[01]$/u.test(value))
    return { hint: "write true or false", write: replacing(value, value === "1" ? "true" : "false") };
  if (/\bint|integer|\bport\b|number/u.test(type) && text !== undefined && /^-?\d+$/u.test(text))
    return { hint: `write ${text}, without quotes`, write: replacing(`"${text}"`, text) };
  const choices = [...(/one of (.*)/su.exec(type)?.[1] ?? "").matchAll(/"([^"]*)"/gu)].map((match) => match[1]!);
  if (choices.length > 0) {
    const wanted = text ?? value;
    const alike = choices.filter((each) => each.startsWith(wanted) || wanted.startsWith(each));
    const near = didYouMean(alike.length > 0 ? alike : namesLike(wanted, choices));
    return near === undefined ? undefined : { hint: near };
  }
  if (/\bpackage\b/u.test(type) && text !== undefined && /^[\w.+-]+$/u.test(text))
    return {
      hint: "a package is written without quotes, as 'pkgs.NAME'",
      write: replacing(`"${text}"`, `pkgs.${text}`),
    };
  if (/\bstring\b|\bpath\b/u.test(type) && /^-?\d+(?:\.\d+)?$/u.test(value))
    return { hint: "put it into quotes", write: replacing(value, `"${value}"`) };
  if (/\bstring\b/u.test(type) && /^(?:true|false)$/u.test(value))
    return { hint: "put it into quotes", write: replacing(value, `"${value}"`) };
  return undefined;
}

const truths: Readonly<Record<string, string>> = {
  yes: "true",
  true: "true",
  on: "true",
  enable: "true",
  enabled: "true",
  1: "true",
  no: "false",
  false: "false",
  off: "false",
  disable: "false",
  disabled: "false",
  0: "false",
};

function replacing(old: string, by: string): (value: string) => string {
  return (value) => (value === old ? by : value.replace(old, () => by));
}

/** An element of a list is a call or an operator only in parentheses. */
function bracketed(written: string): string {
  return /^[\w.'-]+$|^".*"$/u.test(written) ? written : `(${written})`;
}
