import type { Box } from "../files/document";
import type { HostMessage } from "../functions/calls";
import { boundingBox, formatBox } from "./address";
import { bandOf, type LineShift } from "./line-shift";
import { wireId } from "./sheet-id";

/** Whose change it is: that of the add-in's own page, or of a person. */
type Author = "add-in" | "person";

/** Tells the page of changed cells, as far as it asked to be told. */
export interface ChangeEvents {
  /** The page listens to the changes of all worksheets from now on. */
  readonly register: () => void;
  readonly unregister: () => void;
  /** Notes that cells were written; told at the next {@link ChangeEvents.flush}. */
  readonly written: (sheetId: string, box: Box) => void;
  /** Whole rows or columns were inserted or deleted; told at once, after what was written before. */
  readonly moved: (sheetId: string, shift: LineShift) => void;
  /** Whatever is written meanwhile was written by a person. It is told at once. */
  readonly byPerson: <T>(write: () => T) => T;
  readonly flush: () => void;
  /** A page has been opened: it has not asked for anything yet. */
  readonly attach: (post: (messages: readonly HostMessage[]) => void) => void;
  readonly detach: () => void;
}

/** Events of the Excel classes, and among them changed contents of cells. */
const eventsCategory = 65_536;
const changed = 10;
/** What the events of all worksheets are about. */
const workbookTarget = "Workbook";

const triggers: Readonly<Record<Author, string>> = { "add-in": "ThisLocalAddin", person: "Unknown" };

/** Excel.DataChangeType. */
const changeTypes = {
  rows: { insert: "RowInserted", delete: "RowDeleted" },
  columns: { insert: "ColumnInserted", delete: "ColumnDeleted" },
} as const;

/** Keeps the events of one workbook. */
export function createChangeEvents(): ChangeEvents {
  let post: ((messages: readonly HostMessage[]) => void) | null = null;
  let isRegistered = false;
  let author: Author = "add-in";
  let boxes = new Map<string, Box>();

  const message = (sheetId: string, box: Box, changeType: string): HostMessage => ({
    category: eventsCategory,
    type: changed,
    target: workbookTarget,
    text: JSON.stringify({
      worksheetId: wireId(sheetId),
      address: formatBox(box),
      changeType,
      source: "Local",
      triggerSource: triggers[author],
      shiftDirection: "None",
    }),
  });
  const tell = (messages: readonly HostMessage[]) => {
    if (isRegistered && post !== null && messages.length > 0) post(messages);
  };
  const flush = () => {
    const told = [...boxes].map(([sheetId, box]) => message(sheetId, box, "RangeEdited"));
    boxes = new Map();
    tell(told);
  };

  return {
    register: () => {
      isRegistered = true;
    },
    unregister: () => {
      isRegistered = false;
    },
    written: (sheetId, box) => {
      const before = boxes.get(sheetId);
      boxes.set(sheetId, before === undefined ? box : boundingBox(before, box));
    },
    moved: (sheetId, shift) => {
      flush();
      tell([message(sheetId, bandOf(shift), changeTypes[shift.axis][shift.kind])]);
    },
    byPerson: (write) => {
      flush();
      author = "person";
      try {
        const result = write();
        flush();
        return result;
      } finally {
        author = "add-in";
      }
    },
    flush,
    attach: (listener) => {
      post = listener;
      isRegistered = false;
    },
    detach: () => {
      post = null;
      isRegistered = false;
    },
  };
}
