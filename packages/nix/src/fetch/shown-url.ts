/** A URL for messages and progress, without the password that may be in it. */
export function shownUrl(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/[^/?#:@]*):[^/?#]*@/iu, "$1:…@");
}
