/** A figure's path, or a list, that names nothing of the report; the message says which, `field` where it was asked. */
export class UnknownFigure extends Error {
  override name = "UnknownFigure";

  constructor(
    message: string,
    readonly field: "figure" | "list" = "figure",
  ) {
    super(message);
  }
}
