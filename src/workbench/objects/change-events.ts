import type { Box } from "../files/document";
import type { HostMessage } from "../functions/calls";
import { boundingBox, formatBox } from "./address";
import { bandOf, type LineShift } from "./line-shift";
import { wireId } from "./sheet-id";

/** Whose change it is: that of the add-in's own page, or of a person. */
type Author = "add-in" | "person";

/** What the page can ask to be told of, for all worksheets: changed contents of cells, and changes of the sheets themselves. */
type EventKind = "changed" | "added" | "deleted" | "nameChanged";

/** Tells the page of changed cells and sheets, as far as it asked to be told. */
export interface ChangeEvents {
  /** The page listens to such events of all worksheets from now on. */
  readonly register: (kind: EventKind) => void;
  readonly unregister: (kind: EventKind) => void;
  /** Notes that cells were written; told at the next {@link ChangeEvents.flush}. */
  readonly written: (sheetId: string, box: Box) => void;
  /** A worksheet was added, deleted or renamed; told at the next {@link ChangeEvents.flush}. Excel does not say by whom. */
  readonly added: (sheetId: string) => void;
  readonly deleted: (sheetId: string) => void;
  readonly renamed: (sheetId: string, before: string, after: string) => void;
  /** Whole rows or columns were inserted or deleted; told at once, after what was written before. */
  readonly moved: (sheetId: string, shift: LineShift) => void;
  /** Whatever is written meanwhile was written by a person. It is told at once. */
  readonly byPerson: <T>(write: () => T) => T;
  readonly flush: () => void;
  /** A page has been opened: it has not asked for anything yet. */
  readonly attach: (post: (messages: readonly HostMessage[]) => void) => void;
  readonly detach: () => void;
}

/** Events of the Excel classes. */
const eventsCategory = 65_536;
/** Their numbers on the wire, as the library knows them. */
const eventTypes: Readonly<Record<EventKind, number>> = { changed: 10, added: 13, deleted: 15, nameChanged: 25 };
/** What the events of all worksheets are about. */
const workbookTarget = "Workbook";

const triggers: Readonly<Record<Author, string>> = { "add-in": "ThisLocalAddin", person: "Unknown" };

/** Excel.DataChangeType. */
const changeTypes = {
  rows: { insert: "RowInserted", delete: "RowDeleted" },
  columns: { insert: "ColumnInserted", delete: "ColumnDeleted" },
} as const;

/** A message with the kind of event that it tells of. */
interface TypedMessage {
  readonly kind: EventKind;
  readonly message: HostMessage;
}

/** Keeps the events of one workbook. */
export function createChangeEvents(): ChangeEvents {
  let post: ((messages: readonly HostMessage[]) => void) | null = null;
  /** How often the page asked for each: whoever stops listening does not stop the others. */
  const registered = new Map<EventKind, number>();
  const register = (kind: EventKind, by: 1 | -1) => {
    registered.set(kind, Math.max(0, (registered.get(kind) ?? 0) + by));
  };
  let author: Author = "add-in";
  let boxes = new Map<string, Box>();
  let ofSheets: TypedMessage[] = [];

  const message = (kind: EventKind, sheetId: string, more: Readonly<Record<string, string>>): TypedMessage => ({
    kind,
    message: {
      category: eventsCategory,
      type: eventTypes[kind],
      target: workbookTarget,
      text: JSON.stringify({ worksheetId: wireId(sheetId), source: "Local", ...more }),
    },
  });
  const changed = (sheetId: string, box: Box, changeType: string) =>
    message("changed", sheetId, {
      address: formatBox(box),
      changeType,
      triggerSource: triggers[author],
      shiftDirection: "None",
    });
  const tell = (messages: readonly TypedMessage[]) => {
    const wanted = messages.filter(({ kind }) => (registered.get(kind) ?? 0) > 0);
    if (post !== null && wanted.length > 0) post(wanted.map((one) => one.message));
  };
  const flush = () => {
    const told = [...ofSheets, ...[...boxes].map(([sheetId, box]) => changed(sheetId, box, "RangeEdited"))];
    ofSheets = [];
    boxes = new Map();
    tell(told);
  };

  return {
    register: (kind) => {
      register(kind, 1);
    },
    unregister: (kind) => {
      register(kind, -1);
    },
    added: (sheetId) => {
      ofSheets.push(message("added", sheetId, {}));
    },
    deleted: (sheetId) => {
      boxes.delete(sheetId);
      ofSheets.push(message("deleted", sheetId, {}));
    },
    renamed: (sheetId, nameBefore, nameAfter) => {
      ofSheets.push(message("nameChanged", sheetId, { nameBefore, nameAfter }));
    },
    written: (sheetId, box) => {
      const before = boxes.get(sheetId);
      boxes.set(sheetId, before === undefined ? box : boundingBox(before, box));
    },
    moved: (sheetId, shift) => {
      flush();
      tell([changed(sheetId, bandOf(shift), changeTypes[shift.axis][shift.kind])]);
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
      registered.clear();
    },
    detach: () => {
      post = null;
      registered.clear();
    },
  };
}
