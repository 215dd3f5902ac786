import type { ChartRecord, OriginalPackage } from "./document";

/** Charts of a drawing part. */
export function readCharts(pack: OriginalPackage, drawing: string): ChartRecord[] {
  void pack;
  void drawing;
  return [];
}
