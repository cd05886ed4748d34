/** Parts as they are asked for, and what each kind of them is made of: one file a kind beside this one. */

import { type Grown, type GrowProblem, cannotGrow } from "../growth.ts";
import type { PartKind } from "../layout.ts";
import type { NextCommand } from "../preset.ts";
import type { Site } from "../site/site.ts";
import type { Templates } from "../template.ts";
import { describedIn } from "../place/described-in.ts";
import { withFirstPlace } from "../place/first-place.ts";
import { faultOfName } from "../place/part-name.ts";
import { placeParts, takePartsAway } from "../place/place-part.ts";
import type { PlacedPart } from "../place/placed-part.ts";
import type { Platform } from "../place/places-of.ts";

export interface PartRequest {
  readonly name: string;
  readonly platform?: Platform;
  /** What it is, without a full stop. */
  readonly description?: string;
}

/** Where a part goes and what is in it. */
export interface DrawnPart {
  readonly parts: readonly PlacedPart[];
  readonly notes?: readonly string[];
  readonly next?: readonly NextCommand[];
}

export type Drawn = DrawnPart | { readonly problems: readonly GrowProblem[] };

export interface PartAdder<Request extends PartRequest = PartRequest> {
  readonly kind: PartKind;
  readonly draw: (site: Site, request: Request, templates: Templates) => Drawn;
  /** What was asked for when it was added, as far as its files tell. */
  readonly recall?: (site: Site, request: Request, templates: Templates) => Request;
  /** Why it cannot be added, although it can be drawn. */
  readonly obstacles?: (site: Site, request: Request, drawn: DrawnPart) => readonly GrowProblem[];
}

export function addPart<Request extends PartRequest>(
  { kind, draw, obstacles }: PartAdder<Request>,
  found: Site,
  request: Request,
  templates: Templates,
): Grown {
  const fault = faultOfName(kind, request.name);
  if (fault !== undefined) return cannotGrow(fault);
  const site = withFirstPlace(found, kind, request.name);
  const drawn = draw(site, request, templates);
  if ("problems" in drawn) return { ok: false, problems: drawn.problems };
  const problems = obstacles?.(site, request, drawn) ?? [];
  if (problems.length > 0) return { ok: false, problems };
  const { parts, notes = [], next = [] } = drawn;
  return placeParts(site.repository, parts, { title: `Add ${kind} ${request.name}`, notes, next });
}

export function removePart<Request extends PartRequest>(
  { kind, draw, recall = (_, asked) => asked }: PartAdder<Request>,
  found: Site,
  asked: Request,
  templates: Templates,
  how: { readonly evenIfChanged?: boolean } = {},
): Grown {
  const fault = faultOfName(kind, asked.name);
  if (fault !== undefined) return cannotGrow(fault);
  const site = withFirstPlace(found, kind, asked.name);
  const request = recall(site, asked, templates);
  const first = draw(site, request, templates);
  if ("problems" in first) return { ok: false, problems: first.problems };
  const description = describedIn(site.repository, first.parts);
  const drawn = description === undefined ? first : draw(site, { ...request, description }, templates);
  const { parts } = "problems" in drawn ? first : drawn;
  const told = { title: `Remove ${kind} ${request.name}`, notes: [], next: [] };
  return takePartsAway(site.repository, [first.parts, parts], told, how);
}
