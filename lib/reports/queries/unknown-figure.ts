/** A figure's path that names nothing countable; the message says which. */
export class UnknownFigure extends Error {
  override name = "UnknownFigure";
}
