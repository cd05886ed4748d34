import type { Language } from "../languages.ts";
import type { PartRequest } from "../part.ts";

export interface PackageRequest extends PartRequest {
  readonly language?: Language;
  /** The folder of its source, in the repository; it begins with an empty one if nothing is said. */
  readonly from?: string;
}
