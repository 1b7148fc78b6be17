/** As the database writes it: no number passes through JavaScript's. */
export interface JsonRow {
  id: string;
  json: string;
}
