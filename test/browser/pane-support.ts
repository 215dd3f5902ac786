import { parseChoices } from "../../src/core/choices";
import type { WorkbookDocument } from "../../src/workbench/files/document";
import { LEDGERS } from "../commands/ledgers";
import { workbookOf } from "../support/workbook-file";
import type { Pane } from "./pane";

/** A small workbook that is assessed in a moment: a roster and activities of 2021. */
export function ledgers(): WorkbookDocument {
  return workbookOf(LEDGERS);
}

/** The workbook of a clerk who has seen the introduction. */
export function introduced(document: WorkbookDocument): WorkbookDocument {
  return { ...document, settings: { ...document.settings, "ronghe.choices": JSON.stringify({ introduced: true }) } };
}

/** What was chosen in the pane, as the workbook keeps it. */
export function choices(pane: Pane): ReturnType<typeof parseChoices> {
  const text = pane.host.settings.all()["ronghe.choices"];
  return parseChoices(text === undefined ? null : JSON.parse(text));
}

/** Names of the workbook's sheets in their order. */
export function sheets(pane: Pane): readonly string[] {
  const { sheetOrder, sheets: own } = pane.host.toDocument().snapshot;
  return sheetOrder.map((id) => own[id]?.name ?? "");
}

/** Everything that the workbook holds: cells by sheet, settings, what runs have stored. */
export async function held({ host }: Pane): Promise<{
  readonly cells: Readonly<Record<string, unknown>>;
  readonly settings: unknown;
  readonly customXml: unknown;
}> {
  await host.settle();
  const { snapshot, customXml } = host.toDocument();
  const cells = Object.values(snapshot.sheets).map(({ name, cellData }) => [name, valuesOf(cellData)] as const);
  return structuredClone({ cells: Object.fromEntries(cells), settings: host.settings.all(), customXml });
}

/** Address and content of the cells that hold anything. */
function valuesOf(cellData: unknown): readonly string[] {
  return Object.entries(Object(cellData)).flatMap(([row, cells]) =>
    Object.entries(Object(cells)).flatMap(([column, cell]) => {
      const [formula, value]: readonly unknown[] = [Reflect.get(Object(cell), "f"), Reflect.get(Object(cell), "v")];
      return value === undefined || value === null || value === ""
        ? []
        : [`${row}:${column} ${JSON.stringify([formula, value])}`];
    }),
  );
}

/** Checks again and again until the check holds: the browser and the workbook take their time. */
export async function eventually(check: () => unknown): Promise<void> {
  const patience = performance.now() + 20_000;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (performance.now() > patience) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Presses the primary button and waits for the heading of the result. */
export async function assessed(pane: Pane, button: string, heading: RegExp): Promise<void> {
  await pane.frame.getByRole("button", { name: button, exact: true }).click();
  await pane.frame.getByRole("heading", { name: heading }).waitFor();
}

/** Whether an element has the focus. */
export function hasFocus(element: Element): boolean {
  return element === document.activeElement;
}
