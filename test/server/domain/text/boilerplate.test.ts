import { describe, expect, it } from 'vitest'
import { isBoilerplate } from '../../../../server/domain/text/boilerplate.js'

describe('sentences about the procedure', () => {
  it.each([
    'The Authority reserves the right not to award any contract.',
    'Tenders must be submitted through the portal by noon.',
    'Suppliers must register on the portal to take part.',
    'Please note that the closing date is Friday.',
    'This notice is not a call for competition.',
  ])('are told apart: %s', sentence => {
    expect(isBoilerplate(sentence)).toBe(true)
  })

  it.each([
    'We need a new portal for parents of disabled children.',
    'Bids for allotments are handled by the parish.',
    'The council wants fewer falls at home.',
  ])('are not confused with the matter: %s', sentence => {
    expect(isBoilerplate(sentence)).toBe(false)
  })
})
