/** The id of a worksheet as the page sees it: in braces, so that it is not taken for a name. */
export function wireId(sheetId: string): string {
  return `{${sheetId}}`;
}
