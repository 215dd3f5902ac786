import type { CellValue } from "../grid";

/** A closed list of a cell's values. A strict one refuses everything else; another asks, for cells that name several. */
export interface ValueList {
  readonly values: readonly string[];
  readonly strict: boolean;
}

/** A column of a sheet that the clerk has the add-in make. */
export interface NewColumn {
  readonly header: string;
  /** Width in half-width characters. */
  readonly width: number;
  /** `text` keeps what is typed as it is: 2021-04 stays no date. */
  readonly format: "date" | "text" | null;
  readonly list: ValueList | null;
}

/** A sheet that the clerk has the add-in make; from then on it is the clerk's, so it carries no mark. */
export interface NewSheet {
  readonly name: string;
  /** Name of its Excel table where that of the sheet would not do. */
  readonly table?: string;
  readonly columns: readonly NewColumn[];
  /** Cells below the header, as wide as it. */
  readonly rows: readonly (readonly CellValue[])[];
  /** Whether the first row is only an example. */
  readonly example: boolean;
  /** Lists of single cells: index into `rows`, index into `columns`. */
  readonly cellLists: readonly { readonly row: number; readonly column: number; readonly list: ValueList }[];
}
