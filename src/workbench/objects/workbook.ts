import { dateToSerial } from "numfmt";
import { ApiError } from "../wire/api-error";
import { WireObject, defineMembers, type Arguments, type BoundMembers } from "../wire/wire-object";
import { integerArgument, requireOneOf } from "./arguments";
import type { Book } from "./book";
import { CustomXmlPartCollectionObject } from "./custom-xml";
import { NamedItemCollectionObject } from "./named-item";
import { dateSystemOffset } from "./number-format";
import { RangeObject } from "./range";
import { TableCollectionObject } from "./table";
import { WorksheetCollectionObject } from "./worksheet";

/** The workbook: the root of every object path. */
export class WorkbookObject extends WireObject {
  readonly className = "Workbook";
  readonly members: BoundMembers = workbookMembers.bind(this);

  constructor(readonly book: Book) {
    super();
  }

  selected(): RangeObject {
    const { box, sheetId } = this.book.selection;
    return new RangeObject(this.book, sheetId, box);
  }
}

/** Excel.Workbook. */
export const workbookMembers = defineMembers<WorkbookObject>("Workbook", {
  navigation: {
    application: (self) => new ApplicationObject(self.book),
    customXmlParts: (self) => new CustomXmlPartCollectionObject(self.book),
    functions: (self) => new FunctionsObject(self.book),
    names: (self) => new NamedItemCollectionObject(self.book, null),
    protection: (self) => new WorkbookProtectionObject(self.book),
    tables: (self) => new TableCollectionObject(self.book, null),
    worksheets: (self) => new WorksheetCollectionObject(self.book),
  },
  methods: {
    getActiveCell: (self) => {
      const { bottom: _bottom, right: _right, ...first } = self.selected().box;
      return self.selected().at({ ...first, bottom: first.top, right: first.left });
    },
    getSelectedRange: (self) => self.selected(),
  },
});

/** The protection of the workbook's structure. */
export class WorkbookProtectionObject extends WireObject {
  readonly className = "WorkbookProtection";
  readonly members: BoundMembers = workbookProtectionMembers.bind(this);

  constructor(readonly book: Book) {
    super();
  }
}

/** Excel.WorkbookProtection, as it is read: a file brings it. */
export const workbookProtectionMembers = defineMembers<WorkbookProtectionObject>("WorkbookProtection", {
  properties: { protected: { get: (self) => self.book.document.isStructureProtected === true } },
});

/** Excel itself. */
export class ApplicationObject extends WireObject {
  readonly className = "Application";
  readonly members: BoundMembers = applicationMembers.bind(this);

  constructor(readonly book: Book) {
    super();
  }
}

/** Excel.Application: calculation. */
export const applicationMembers = defineMembers<ApplicationObject>("Application", {
  properties: {
    calculationMode: {
      get: (self) => self.book.calculationMode,
      set: (self, value) => {
        self.book.calculationMode = requireOneOf(value, ["Automatic", "AutomaticExceptTables", "Manual"]);
      },
    },
    calculationState: { calculated: true, get: (self) => self.book.calculationState() },
  },
  methods: {
    calculate: (self, [type]) =>
      self.book.calculate(requireOneOf(type, ["Recalculate", "Full", "FullRebuild"]) !== "Recalculate"),
    suspendApiCalculationUntilNextSync: (self) => self.book.suspendCalculation(),
    // The stand-in draws nothing while a request runs, so there is nothing to hold back.
    suspendScreenUpdatingUntilNextSync: () => undefined,
  },
});

/** The worksheet functions that a client may call. */
export class FunctionsObject extends WireObject {
  readonly className = "Functions";
  readonly members: BoundMembers = functionsMembers.bind(this);

  constructor(readonly book: Book) {
    super();
  }

  /** The serial number of a day in the workbook's date system; months and days may overflow, as in the worksheet function. */
  date(args: Arguments): FunctionResultObject {
    const year = integerArgument(args, 0);
    const date = new Date(
      Date.UTC(year < 1900 ? year + 1900 : year, integerArgument(args, 1) - 1, integerArgument(args, 2)),
    );
    const serial = dateToSerial([date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]);
    if (serial === null) throw new ApiError("InvalidArgument");
    const value = this.book.document.date1904 ? serial - dateSystemOffset : serial;
    return value < 0 ? new FunctionResultObject(null, "#NUM!") : new FunctionResultObject(value, null);
  }
}

/** Excel.Functions: DATE. */
export const functionsMembers = defineMembers<FunctionsObject>("Functions", {
  methods: { date: (self, args) => self.date(args) },
});

/** What a worksheet function gave. */
export class FunctionResultObject extends WireObject {
  readonly className = "FunctionResult";
  readonly members: BoundMembers = functionResultMembers.bind(this);

  constructor(
    readonly value: number | null,
    readonly error: string | null,
  ) {
    super();
  }
}

/** Excel.FunctionResult. */
export const functionResultMembers = defineMembers<FunctionResultObject>("FunctionResult", {
  properties: {
    value: { get: (self) => self.value },
    error: { get: (self) => self.error },
  },
});
