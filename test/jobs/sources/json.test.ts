import { expect, it } from 'vitest'
import { number, object, objects, parseLenient, string, unreadableNumber } from '../../../jobs/sources/json.js'

it('reads what is there and nothing else', () => {
  expect([
    object(null),
    object([1]),
    objects({ a: 1 }),
    string('  '),
    string(7),
    number(Number.POSITIVE_INFINITY),
  ]).toEqual([{}, {}, [], null, '7', null])
})

it.each(['{"a": 000}', '{"a":1e9999}', '{"a": [ 000.5 ]}', '{"a":NaN}'])('finds the number in %s again', text =>
  expect(unreadableNumber(parseLenient(text))).not.toBeNull(),
)

it('leaves texts that look like numbers alone', () =>
  expect(parseLenient('{"a": "000 1e9999 \\" 007", "b": 000}')).toMatchObject({ a: '000 1e9999 " 007' }))

it('still refuses what is no JSON', () => expect(() => parseLenient('{"a":')).toThrow(SyntaxError))

it('walks thirty thousand levels', () => {
  const deep = `${'['.repeat(30_000)}000${']'.repeat(30_000)}`
  expect(unreadableNumber(parseLenient(deep))).toBe('000')
})
