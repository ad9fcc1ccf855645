import { render } from 'svelte/server'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../../client/src/api/problem.js'
import Bars from '../../../client/src/charts/bars/Bars.svelte'
import { barsLayout } from '../../../client/src/charts/bars/layout.js'
import Panel from '../../../client/src/components/Panel.svelte'
import State from '../../../client/src/components/State.svelte'
import { madePanel } from '../panel.js'
import { textOf } from './text-of.js'

const layout = barsLayout({ label: 'band', value: 'needs' })
const panel = madePanel(
  { band: 'text', needs: 'count' },
  { band: ['None', 'Some'], needs: [9, null] },
  {
    n: 14,
    excluded: [
      { reason: 'too short', n: 3 },
      { reason: 'nothing', n: 0 },
    ],
    basis: 'Made needs',
  },
)
const shown = (over = {}) =>
  render(Panel, { props: { panel: { ...panel, ...over }, layout, form: Bars } as never }).body

describe('a panel', () => {
  const body = shown()
  const text = textOf(body)

  it('has one row in its table for each mark of its chart', () => {
    expect(body.match(/<tr>/g)).toHaveLength(3)
    expect(body.match(/<rect /g)).toHaveLength(1)
    expect(text).toContain('None 9 Some no data')
  })
  it('says source, number and what was left out', () => {
    expect(text).toContain('Made source. n = 14. Left out: 3, too short.')
  })
  it('is one tab stop with its summary as name', () => {
    expect(body).toContain('aria-label="A made summary. Use the arrow keys to read each mark."')
    expect(body.match(/<figure[^>]*tabindex="0"/g)).toHaveLength(1)
  })
  it('says what it needs when there are too few, and draws nothing', () => {
    const few = shown({ quality: 'too_few', summary: 'Too few to show: 4, and 10 are needed.' })
    expect(textOf(few)).toContain('Too few to show: 4, and 10 are needed.')
    expect(few).not.toContain('<figure')
    expect(few).not.toContain('role="tablist"')
  })
  it('says why it is empty and when that may change', () => {
    const empty = textOf(
      shown({
        quality: 'empty',
        summary: 'No awards yet.',
        notes: ['Pull a notice service.'],
        next_update: '2026-12-01',
      }),
    )
    expect(empty).toContain('No awards yet. Pull a notice service. Next update: 1 December 2026.')
  })
})

describe('a state', () => {
  it('names the request when something did not load', () => {
    const problem = new Problem(500, {
      title: 'Something went wrong here',
      detail: 'The rest is live.',
      request_id: '9c4177be-1111',
    })
    const text = textOf(render(State, { props: { kind: 'error', problem, retry: () => {} } }).body)
    expect(text).toBe('Something went wrong here The rest is live. Request 9c4177be. Try again')
  })
  it('is busy while it loads', () => {
    expect(render(State, { props: { kind: 'loading', title: 'Reading the needs' } }).body).toContain('aria-busy="true"')
  })
})
