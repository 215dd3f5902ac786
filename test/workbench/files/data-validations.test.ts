import type { DataValidationRecord, SheetRecord, WorkbookDocument } from "../../../src/workbench/files/document";
import { save } from "../../../src/workbench/files/save";
import { startOffice } from "../office";
import { fixture, opened, textOf, withParts } from "./support/packages";

const LIST: DataValidationRecord = {
  kind: "list",
  boxes: [{ top: 1, left: 2, bottom: 99, right: 2 }],
  xml: null,
  values: ["有", "无", "<&>\"'"],
  inCellDropDown: true,
  ignoreBlanks: true,
  alert: { show: true, style: "Warning", title: "请核实", message: "不在列表中" },
  prompt: { show: false, title: "", message: "" },
};

function firstRecord({ sheets, snapshot }: WorkbookDocument): SheetRecord {
  const record = sheets[snapshot.sheetOrder[0] ?? ""];
  if (record === undefined) throw new Error("no sheet");
  return record;
}

function saved(document: WorkbookDocument, rules: readonly DataValidationRecord[]): Uint8Array {
  const record = firstRecord(document);
  record.dataValidations = rules;
  record.changed = true;
  return save(document);
}

const PART = "xl/worksheets/sheet1.xml";
const CELLS = '<dataValidation type="whole" allowBlank="1" sqref="A1:A3 C5"><formula1>1</formula1></dataValidation>';

/** A workbook whose first sheet has a rule that the stand-in does not interpret. */
function withRule(): Uint8Array {
  const bytes = fixture("empty.xlsx");
  const sheet = textOf(bytes, PART).replace(
    /(<\/sheetData>|<sheetData\/>)/,
    `$1<dataValidations count="1">${CELLS}</dataValidations>`,
  );
  return withParts(bytes, { [PART]: sheet });
}

describe("rules for entering values", () => {
  it("are in the saved file, and read back as they were", () => {
    const bytes = saved(opened(fixture("empty.xlsx")), [LIST]);
    expect(textOf(bytes, PART)).toContain(
      '<dataValidations count="1"><dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1"' +
        ' errorTitle="请核实" error="不在列表中" sqref="C2:C100"><formula1>"有,无,&lt;&amp;&gt;&quot;&quot;\'"</formula1>',
    );
    const [rule] = firstRecord(opened(bytes)).dataValidations ?? [];
    expect(rule).toMatchObject({ ...LIST, xml: expect.stringContaining("<dataValidation ") });
  });

  it("that only say something are in the saved file too", () => {
    const prompt: DataValidationRecord = {
      kind: "prompt",
      boxes: LIST.boxes,
      xml: null,
      prompt: { show: true, title: "备注", message: "可填写" },
    };
    const bytes = saved(opened(fixture("empty.xlsx")), [prompt]);
    expect(textOf(bytes, PART)).toContain(
      '<dataValidation allowBlank="1" showInputMessage="1" showErrorMessage="1" promptTitle="备注" prompt="可填写" sqref="C2:C100"/>',
    );
    const [rule] = firstRecord(opened(bytes)).dataValidations ?? [];
    expect(rule).toMatchObject({ ...prompt, xml: expect.stringContaining("<dataValidation ") });
  });

  it("of the clerk's stay as they are beside a new one, also those that are not interpreted", () => {
    const document = opened(withRule());
    const rules = firstRecord(document).dataValidations ?? [];
    expect(rules).toMatchObject([{ kind: "opaque", boxes: [{ top: 0 }, { top: 4, left: 2 }] }]);
    const xml = textOf(saved(document, [...rules, LIST]), PART);
    expect(xml).toContain(`<dataValidations count="2">${CELLS}<dataValidation type="list"`);
  });

  it("leave no empty section behind", () => {
    expect(textOf(saved(opened(withRule()), []), PART)).not.toContain("dataValidation");
  });
});

describe("cells that can be filtered", () => {
  const box = { top: 2, left: 0, bottom: 9, right: 4 };

  it("are in the saved file, read back, and go where they are taken off", () => {
    const document = opened(fixture("empty.xlsx"));
    Object.assign(firstRecord(document), { autoFilter: { box, criteria: false }, changed: true });
    const bytes = save(document);
    expect(textOf(bytes, PART)).toMatch(/(<\/sheetData>|<sheetData\/>)<autoFilter ref="A3:E10"\/>/);
    const again = opened(bytes);
    const record = firstRecord(again);
    expect(record.autoFilter).toEqual({ box, criteria: false });
    delete record.autoFilter;
    record.changed = true;
    expect(textOf(save(again), PART)).not.toContain("autoFilter");
  });

  it("keep the conditions by which the clerk filters", () => {
    const filter =
      '<autoFilter ref="A3:E10"><filterColumn colId="0"><filters><filter val="甲"/></filters></filterColumn></autoFilter>';
    const bytes = fixture("empty.xlsx");
    const sheet = textOf(bytes, PART).replace(/(<\/sheetData>|<sheetData\/>)/, `$1${filter}`);
    const document = opened(withParts(bytes, { [PART]: sheet }));
    expect(firstRecord(document).autoFilter).toEqual({ box, criteria: true });
    firstRecord(document).changed = true;
    expect(textOf(save(document), PART)).toContain(filter);
  });

  it("show the rows again that were filtered out when an add-in takes the filter off", async () => {
    const rows =
      '<sheetData><row r="4" hidden="1"/><row r="5"/></sheetData><autoFilter ref="A3:E10"><filterColumn colId="0"/></autoFilter>';
    const bytes = fixture("empty.xlsx");
    const sheet = textOf(bytes, PART)
      .replace(/<sheetData>.*<\/sheetData>|<sheetData\/>/s, rows)
      .replace(/<sheetPr(?=[\s/>])|(<worksheet[^>]*>)(?!.*<sheetPr)/s, (found) =>
        found.startsWith("<sheetPr") ? '<sheetPr filterMode="1"' : `${found}<sheetPr filterMode="1"/>`,
      );
    const office = await startOffice(opened(withParts(bytes, { [PART]: sheet })));
    try {
      await office.Excel.run(async (context) => {
        context.workbook.worksheets.getFirst().autoFilter.remove();
        await context.sync();
      });
      const saved = textOf(save(office.host.toDocument()), PART);
      expect(saved).not.toMatch(/autoFilter|filterMode|hidden="1"/);
    } finally {
      office.close();
    }
  });
});
