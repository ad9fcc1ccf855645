import { describe, expect, it } from 'vitest'
import { type StageFacts, stageOf } from '../../../../server/domain/alerts/stage.js'

const stage = (wish: Partial<StageFacts> = {}) =>
  stageOf({ stageText: null, state: 'open', noticeKind: null, noticeType: null, ...wish })

describe('the stage of a need', () => {
  it.each([
    [{ stageText: 'Early talks' }, 'Early talks'],
    [{}, 'Open, not yet a tender'],
    [{ state: 'in_challenge' }, 'In a challenge'],
    [{ state: 'in_procurement' }, 'In procurement'],
    [{ state: 'something new' }, 'Stage not known'],
  ] as const)('%j reads %s', (wish, words) => {
    expect(stage(wish)).toEqual({ words, notAnOpportunity: null })
  })

  it.each([
    ['UK1', 'pipeline'],
    ['UK2', 'engagement'],
    ['UK3', 'planned'],
    ['UK4', 'tender'],
  ])('%s asks for something', (noticeType, noticeKind) => {
    expect(stage({ noticeType, noticeKind }).notAnOpportunity).toBeNull()
  })

  it.each(['UK13', 'UK14', 'UK15', 'UK16'])('%s is about a dynamic market, whatever its kind says', noticeType => {
    expect(stage({ noticeType, noticeKind: 'tender' }).notAnOpportunity).toBe(
      `Nothing to bid for: this notice (${noticeType}) is about a dynamic market.`,
    )
  })

  it.each(['award', 'contract', 'termination', 'other'])('a notice of kind %s is no opportunity', noticeKind => {
    expect(stage({ noticeKind }).notAnOpportunity).toBe(
      'Nothing to bid for as far as is known: the stage of its notice is not one that asks.',
    )
  })
})
