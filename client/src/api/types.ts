import type { components } from './schema.js'

/** The shapes that the server answers with, under the names that the pages use. All of them are generated. */
type Schemas = components['schemas']

export type Session = Schemas['Session']
export type Role = Session['switch_to'][number]['as']
export type Place = Schemas['Place']
export type Navigation = Schemas['Navigation']

export type Panel = Schemas['Panel']
export type PanelColumn = Panel['columns'][number]

export type Overview = Schemas['Overview']
export type Figure = Overview['figures'][number]
export type Decision = Overview['decisions'][number]
export type Change = Overview['changes'][number]

export type Queue = Schemas['Queue']
export type QueueItem = Queue['groups'][number]['items'][number]

export type NeedList = Schemas['NeedList']
export type NeedListItem = Schemas['NeedListItem']
export type Need = Schemas['Need']
export type NeedMatches = Schemas['NeedMatches']

export type Match = Schemas['Match']
export type Evidence = Match['evidence'][number]
export type Quote = Evidence['need']
export type FitLabel = Match['label']
export type Verdict = Schemas['NewFeedback']['verdict']

export type SecondChances = Schemas['SecondChances']
export type Flow = SecondChances['flow']

export type Alignment = Schemas['Alignment']
export type AlignmentRow = Alignment['rows'][number]
export type AlignmentLinks = Schemas['AlignmentLinks']
export type ItemKind = AlignmentLinks['items'][number]['item_kind']

export type Economy = Schemas['Economy']

export type SourceBoard = Schemas['SourceBoard']
export type SourceItem = Schemas['SourceItem']
export type ParkedRecords = Schemas['ParkedRecords']

export type AlertPreview = Schemas['AlertPreview']
export type NewSubscription = Schemas['NewSubscription']
export type MySubscriptions = Schemas['MySubscriptions']

export type Organisation = Schemas['Organisation']
export type SearchResults = Schemas['SearchResults']
