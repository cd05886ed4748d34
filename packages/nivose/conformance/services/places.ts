/** Paths of an entry with the name that stands for its asterisk. */

import { catalogue } from "../../src/services/catalogue.ts";
import type { Service } from "../../src/services/service.ts";

export function instanceOf({ instance = "" }: Service, text: string): string {
  return text.replace("*", instance);
}

export function optionPath(service: Service, option: string): string {
  return `${instanceOf(service, service.options)}.${option}`;
}

/** The options whose values are compared. */
export function comparedOptions(name: string): string[] {
  const service = catalogue[name]!;
  return (service.state ?? []).flatMap(({ option, dump }) => [
    ...(option === undefined ? [] : [optionPath(service, option)]),
    ...(dump?.option === undefined ? [] : [dump.option]),
  ]);
}
