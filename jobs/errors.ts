/** The person's input is wrong: the command ends with exit code 2, nothing was changed. */
export class BadInput extends Error {
  override name = 'BadInput'
}

/** A source or the database cannot be reached: exit code 3, the same command can be run again. */
export class Unreachable extends Error {
  override name = 'Unreachable'
}
