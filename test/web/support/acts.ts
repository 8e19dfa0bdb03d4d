import type { Desk } from './stage';

/** What people do at any desk: press, read, write in the window that is open, and be refused. */

/** The window that is open. */
export const dialogOf = ({ page }: Desk) => page.getByRole('dialog');

/** Presses the first button of a name. */
export const press = ({ page }: Desk, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();

/** Waits until words are shown. */
export const shown = ({ page }: Desk, text: string): Promise<void> =>
  page.getByText(text).first().waitFor();

/** Writes into a field of the window that is open. */
export const write = (desk: Desk, label: string, text: string): Promise<void> =>
  dialogOf(desk).getByLabel(label, { exact: true }).fill(text);

/** Presses what does it in the window that is open, and does not wait for its closing. */
export const tryTo = (desk: Desk, name: string): Promise<void> =>
  dialogOf(desk).getByRole('button', { name, exact: true }).click();

/** Waits until the reason of a refusal stands at its field. */
export const refused = ({ page }: Desk): Promise<void> =>
  page.locator('.ant-form-item-explain-error').first().waitFor();

/** Chooses in the list of a name by what stands in it, with the keyboard. */
export async function choose({ page }: Desk, name: string, text: string): Promise<void> {
  const list = page.getByRole('combobox', { name });
  await list.fill(text);
  await list.press('Enter');
}
