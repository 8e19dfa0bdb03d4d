/** One line of a file: its number as a spreadsheet shows it, and its cells as text. */
export interface SheetLine {
  readonly line: number;
  readonly cells: readonly string[];
}
