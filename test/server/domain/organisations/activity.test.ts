import { expect, it } from 'vitest'
import { activity } from '../../../../server/domain/organisations/activity.js'

it('reads five digits as SIC 2007 and four as SIC 2003', () => {
  expect(activity('62012 - Business and domestic software development')).toEqual({
    scheme: 'SIC 2007',
    code: '62012',
    title: 'Business and domestic software development',
  })
  expect(activity('7499 - Non-trading company')?.scheme).toBe('SIC 2003')
})

it.each(['None Supplied', '', '620 - too short', 'Web portals'])('%s names no activity', text =>
  expect(activity(text)).toBeNull(),
)
