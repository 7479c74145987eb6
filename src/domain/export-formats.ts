/** The files a list is exported as. */
export const EXPORT_FORMATS = {
  xlsx: {
    label: "Excel",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  ods: { label: "LibreOffice", mediaType: "application/vnd.oasis.opendocument.spreadsheet" },
  csv: { label: "autres logiciels", mediaType: "text/csv; charset=utf-8" },
} as const;

export type ExportFormat = keyof typeof EXPORT_FORMATS;
export const EXPORT_FORMAT_KEYS = Object.keys(EXPORT_FORMATS) as readonly ExportFormat[];
