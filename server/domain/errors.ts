/** What a person did cannot be carried out. `code` is stable, for programs; the message is for the person. */
export abstract class DomainError extends Error {
  abstract readonly code: string
}

/** There is no such thing, or not for this reader: the two look the same on purpose. */
export class NotFound extends DomainError {
  override name = 'NotFound'
  readonly code = 'not_found'
}

/** The reader is known and may not do this. The message says which role may. */
export class Forbidden extends DomainError {
  override name = 'Forbidden'
  readonly code = 'forbidden'
}

/** It has been done already, or something else has changed in between. */
export class Conflict extends DomainError {
  override name = 'Conflict'
  readonly code = 'conflict'
}

/** A value is wrong although its form is right. `field` names it. */
export class InvalidValue extends DomainError {
  override name = 'InvalidValue'
  readonly code = 'invalid_value'

  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message)
  }
}
