import { autoFilterMembers } from "./auto-filter";
import {
  chartMembers,
  chartCollectionMembers,
  chartTitleMembers,
  chartTitleFormatMembers,
  chartFontMembers,
  chartLegendMembers,
  chartSeriesCollectionMembers,
  chartSeriesMembers,
  chartPointsCollectionMembers,
  chartPointMembers,
  chartDataLabelMembers,
  chartSeriesFormatMembers,
  chartFillMembers,
  chartLineFormatMembers,
  chartAxesMembers,
  chartAxisMembers,
  chartAxisFormatMembers,
  chartAxisTitleMembers,
  chartGridlinesMembers,
  chartGridlinesFormatMembers,
} from "./chart";
import {
  colorScaleConditionalFormatMembers,
  dataBarConditionalFormatMembers,
  conditionalDataBarPositiveFormatMembers,
  conditionalFormatMembers,
  conditionalFormatCollectionMembers,
} from "./conditional-format";
import { worksheetCustomPropertyMembers, worksheetCustomPropertyCollectionMembers } from "./custom-properties";
import {
  customXmlPartMembers,
  customXmlPartCollectionMembers,
  customXmlPartScopedCollectionMembers,
} from "./custom-xml";
import { dataValidationMembers } from "./data-validation";
import { namedItemMembers, namedItemCollectionMembers } from "./named-item";
import {
  pageLayoutMembers,
  headerFooterGroupMembers,
  headerFooterMembers,
  pageBreakCollectionMembers,
  pageBreakMembers,
} from "./page-layout";
import {
  rangeFontMembers,
  rangeFillMembers,
  rangeBorderMembers,
  rangeBorderCollectionMembers,
  rangeFormatMembers,
} from "./range-format";
import { rangeMembers, rangeAreasMembers, rangeCollectionMembers } from "./range";
import {
  tableMembers,
  tableCollectionMembers,
  tableColumnMembers,
  tableColumnCollectionMembers,
  tableRowMembers,
  tableRowCollectionMembers,
} from "./table";
import {
  workbookMembers,
  workbookProtectionMembers,
  applicationMembers,
  functionsMembers,
  functionResultMembers,
} from "./workbook";
import {
  worksheetMembers,
  worksheetCollectionMembers,
  worksheetFreezePanesMembers,
  worksheetProtectionMembers,
} from "./worksheet";

/** The implemented part of one class, without what its members do. */
export interface ImplementedClass {
  readonly className: string;
  readonly properties: readonly string[];
  readonly navigation: readonly string[];
  readonly methods: readonly string[];
}

/** Every Excel class of which the stand-in implements something. */
export const implementedClasses: readonly ImplementedClass[] = [
  autoFilterMembers,
  chartMembers,
  chartCollectionMembers,
  chartTitleMembers,
  chartTitleFormatMembers,
  chartFontMembers,
  chartLegendMembers,
  chartSeriesCollectionMembers,
  chartSeriesMembers,
  chartPointsCollectionMembers,
  chartPointMembers,
  chartDataLabelMembers,
  chartSeriesFormatMembers,
  chartFillMembers,
  chartLineFormatMembers,
  chartAxesMembers,
  chartAxisMembers,
  chartAxisFormatMembers,
  chartAxisTitleMembers,
  chartGridlinesMembers,
  chartGridlinesFormatMembers,
  colorScaleConditionalFormatMembers,
  dataBarConditionalFormatMembers,
  conditionalDataBarPositiveFormatMembers,
  conditionalFormatMembers,
  conditionalFormatCollectionMembers,
  worksheetCustomPropertyMembers,
  worksheetCustomPropertyCollectionMembers,
  customXmlPartMembers,
  customXmlPartCollectionMembers,
  customXmlPartScopedCollectionMembers,
  dataValidationMembers,
  namedItemMembers,
  namedItemCollectionMembers,
  pageLayoutMembers,
  headerFooterGroupMembers,
  headerFooterMembers,
  pageBreakCollectionMembers,
  pageBreakMembers,
  rangeFontMembers,
  rangeFillMembers,
  rangeBorderMembers,
  rangeBorderCollectionMembers,
  rangeFormatMembers,
  rangeMembers,
  rangeAreasMembers,
  rangeCollectionMembers,
  tableMembers,
  tableCollectionMembers,
  tableColumnMembers,
  tableColumnCollectionMembers,
  tableRowMembers,
  tableRowCollectionMembers,
  workbookMembers,
  workbookProtectionMembers,
  applicationMembers,
  functionsMembers,
  functionResultMembers,
  worksheetMembers,
  worksheetCollectionMembers,
  worksheetFreezePanesMembers,
  worksheetProtectionMembers,
];
