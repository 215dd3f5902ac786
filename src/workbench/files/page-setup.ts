import type { PageRecord } from "./document";
import { child, childrenOf, descendant, flagAttribute, numberAttribute, type XmlElement } from "./xml";

/** Excel's margins of a new sheet, in points. */
const DEFAULT_MARGINS = { left: 50.4, right: 50.4, top: 54, bottom: 54, header: 21.6, footer: 21.6 } as const;

/** Page set-up of a new sheet. */
export function defaultPage(): PageRecord {
  return {
    orientation: "portrait",
    paper: null,
    fitWidth: null,
    fitHeight: null,
    scale: null,
    margins: { ...DEFAULT_MARGINS },
    centreHorizontally: false,
    centreVertically: false,
    printArea: null,
    titleRows: null,
    titleColumns: null,
    header: { left: "", centre: "", right: "" },
    footer: { left: "", centre: "", right: "" },
    rowBreaks: [],
  };
}

/** Page set-up of a worksheet part, all but print area and titles, which are defined names of the workbook. */
export function readPage(worksheet: XmlElement): PageRecord {
  const page = defaultPage();
  const setup = child(worksheet, "pageSetup");
  const margins = child(worksheet, "pageMargins");
  const options = child(worksheet, "printOptions");
  const headerFooter = child(worksheet, "headerFooter");
  const fits = flagAttribute(descendant(worksheet, "sheetPr", "pageSetUpPr"), "fitToPage");
  const points = (side: keyof typeof DEFAULT_MARGINS): number => {
    const inches = numberAttribute(margins, side);
    return inches === null ? DEFAULT_MARGINS[side] : Math.round(inches * 72 * 1e6) / 1e6;
  };
  const fit = (name: string): number | null => (fits ? (numberAttribute(setup, name) ?? 1) || null : null);
  return {
    ...page,
    orientation: setup?.attributes["orientation"] === "landscape" ? "landscape" : "portrait",
    paper: numberAttribute(setup, "paperSize"),
    fitWidth: fit("fitToWidth"),
    fitHeight: fit("fitToHeight"),
    scale: fits ? null : numberAttribute(setup, "scale"),
    margins: {
      left: points("left"),
      right: points("right"),
      top: points("top"),
      bottom: points("bottom"),
      header: points("header"),
      footer: points("footer"),
    },
    centreHorizontally: flagAttribute(options, "horizontalCentered"),
    centreVertically: flagAttribute(options, "verticalCentered"),
    header: splitSections(child(headerFooter, "oddHeader")?.text ?? ""),
    footer: splitSections(child(headerFooter, "oddFooter")?.text ?? ""),
    rowBreaks: childrenOf(child(worksheet, "rowBreaks"), "brk").flatMap((brk) => numberAttribute(brk, "id") ?? []),
  };
}

/** Left, centre and right of a header or footer; text before the first `&L`, `&C`, `&R` is in the centre. */
function splitSections(text: string): PageRecord["header"] {
  const sections = { left: "", centre: "", right: "" };
  const sides = { L: "left", C: "centre", R: "right" } as const;
  let side: keyof typeof sections = "centre";
  // `&"font"`, `&&` and other codes are one piece each, so that a letter in them is no section mark.
  for (const [piece] of text.matchAll(/&"[^"]*"|&[\s\S]|[^&]+|&$/g)) {
    const mark = piece.length === 2 ? piece[1]?.toUpperCase() : undefined;
    if (mark === "L" || mark === "C" || mark === "R") side = sides[mark];
    else sections[side] += piece;
  }
  return sections;
}

/** The reverse of `splitSections`; empty where nothing stands in any section. */
export function joinSections({ left, centre, right }: PageRecord["header"]): string {
  return (left === "" ? "" : `&L${left}`) + (centre === "" ? "" : `&C${centre}`) + (right === "" ? "" : `&R${right}`);
}
