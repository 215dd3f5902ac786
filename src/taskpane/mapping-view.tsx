import { Button, Select, mergeClasses } from "@fluentui/react-components";
import { type ReactNode, useId, useState } from "react";
import type { MappableRange } from "../core/ledger/edit-mapping";
import { TABLES, tableSchema } from "../core/ledger/schema";
import type { ColumnLook } from "../core/look/header-columns";
import { useStyles } from "./styles";
import { useTexts } from "./texts";
import { ViewTitle } from "./view-title";

/** A range with the contents of its columns, as the clerk confirms it. */
export interface ColumnsToConfirm extends MappableRange {
  readonly columns: readonly ColumnLook[];
}

/** What the clerk decided: field → header of the columns read; `table` null where it is no ledger. */
export interface Confirmation {
  readonly table: string | null;
  readonly fields: Readonly<Record<string, string | null>>;
}

/** The columns of one range: which field each is read as, with examples of what stands in it. */
export default function MappingView(props: {
  readonly range: ColumnsToConfirm;
  readonly busy: boolean;
  readonly confirm: (confirmation: Confirmation) => void;
  readonly forget: () => void;
}): ReactNode {
  const styles = useStyles();
  const { mapping, marks } = useTexts();
  const { range } = props;
  const [table, setTable] = useState(range.table);
  const [asRead] = useState<Readonly<Record<string, string | null>>>(() =>
    Object.fromEntries(range.columns.map(({ letters, field }) => [letters, field])),
  );
  const [fieldOf, setFieldOf] = useState(asRead);
  const notes = useId();
  const schema = tableSchema(table);
  const fields = Object.keys(schema?.columns ?? {});
  const required = schema?.required ?? [];
  const isMapped = (field: string, all: Readonly<Record<string, string | null>>) => Object.values(all).includes(field);
  // What the header does not say may stand in a title.
  const lacking = required.filter(
    (field) => !isMapped(field, fieldOf) && (table !== range.table || isMapped(field, asRead)),
  );
  /** A field has one column: the one that had it is read no more. */
  const choose = (letters: string, field: string | null) =>
    setFieldOf((before) =>
      Object.fromEntries(
        Object.entries(before).map(([at, own]) => [at, at === letters ? field : own === field ? null : own]),
      ),
    );
  const confirmation = (): Confirmation => ({
    table: table === "" ? null : table,
    fields: Object.fromEntries(
      fields.map((field) => [field, range.columns.find(({ letters }) => fieldOf[letters] === field)?.header ?? null]),
    ),
  });
  return (
    <div className={styles.view}>
      <ViewTitle>{mapping.title({ sheet: range.sheet })}</ViewTitle>
      <p className={styles.plainText}>{mapping.hint}</p>
      <label className={styles.tight}>
        <span className={styles.strong}>{mapping.table}</span>
        <Select value={table} onChange={(_, { value }) => setTable(value)}>
          <option value="">{mapping.notLedger}</option>
          {TABLES.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
      </label>
      {table === "" ? null : (
        <ul role="list" className={mergeClasses(styles.list, styles.aboveBottom)}>
          {range.columns.map(({ letters, header: text, mappable, preview }) => (
            <li key={letters} className={styles.tight}>
              <label className={styles.tight}>
                <span>
                  <span className={styles.quiet}>{letters}</span> <span className={styles.strong}>{text}</span>
                </span>
                <Select
                  disabled={!mappable}
                  aria-describedby={`${notes}${letters}`}
                  value={fieldOf[letters] ?? ""}
                  onChange={(_, { value }) => choose(letters, value === "" ? null : value)}
                >
                  <option value="">{mapping.none}</option>
                  {fields.map((field) => (
                    <option key={field} value={field}>
                      {required.includes(field) ? `${field}${marks.bracket({ text: mapping.needed })}` : field}
                    </option>
                  ))}
                </Select>
              </label>
              <p id={`${notes}${letters}`} className={mergeClasses(styles.plainText, styles.quiet)}>
                {mappable ? preview.join(" · ") : mapping.repeated}
              </p>
            </li>
          ))}
        </ul>
      )}
      <div className={mergeClasses(styles.bottom, styles.bottomIfRoom)}>
        <p className={styles.plainText} role="status">
          {lacking.length === 0 ? "" : mapping.lacking({ columns: lacking.join(marks.list) })}
        </p>
        <div className={styles.buttons}>
          <Button appearance="primary" disabledFocusable={props.busy} onClick={() => props.confirm(confirmation())}>
            {mapping.save}
          </Button>
          <Button disabledFocusable={props.busy} onClick={props.forget}>
            {mapping.reset}
          </Button>
        </div>
      </div>
    </div>
  );
}
