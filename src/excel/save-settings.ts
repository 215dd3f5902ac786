/**
 * Hands the document settings to the workbook in memory; the file changes only when the workbook is saved. Gives Excel's own
 * words where it refuses, else null.
 */
export function saveSettings(): Promise<string | null> {
  return new Promise((resolve) => {
    Office.context.document.settings.saveAsync((result) => {
      resolve(result.status === Office.AsyncResultStatus.Failed ? result.error.message : null);
    });
  });
}
