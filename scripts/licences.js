/**
 * The licences of the libraries that are part of the built command. Their terms ask that the notices travel along.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const DIVIDER = `\n${"-".repeat(80)}\n\n`;

/** The notices of every package from which the bundle took a module. Throws if one of them has none. */
export function licenceNotices(output) {
  const folders = new Set();
  for (const file of output) {
    for (const module of file.moduleIds ?? []) {
      const folder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(module)?.[0];
      if (folder !== undefined) folders.add(folder);
    }
  }
  return [...folders].toSorted().map(noticeOf).join(DIVIDER);
}

function noticeOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
  const texts = files.toSorted().map((file) => readFileSync(path.join(folder, file), "utf8"));
  // Some packages only name their licence. Its text must travel along all the same.
  if (texts.length === 0) texts.push(`Author: ${author?.name ?? author}`, standardText(license, `${name} ${version}`));
  return `${name} ${version} (${license})\n\n${texts.map((text) => text.trim()).join("\n\n")}\n`;
}

function standardText(license, subject) {
  try {
    return readFileSync(path.join(import.meta.dirname, "licences", `${license}.txt`), "utf8");
  } catch (cause) {
    throw new Error(`${subject} comes without the text of its licence: put it into scripts/licences/`, { cause });
  }
}
