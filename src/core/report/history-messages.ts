import type { SnapshotColumn } from "../trend/read-history";

/** The words of 历史记录. Each note begins with `notePrefix`, by which a later run knows it for none of the record. */
export interface HistoryMessages {
  readonly headings: Readonly<Record<SnapshotColumn, string>>;
  readonly notePrefix: string;
  readonly notes: readonly string[];
  /** Stands above rows that could not be read. */
  readonly unread: (rows: number) => string;
}
