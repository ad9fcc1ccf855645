import { type Token, termOf, tokenise } from './analyse.js'
import type { Span } from './sentences.js'

/**
 * Words with which a need names a product or a technology instead of an outcome. Kept short and certain: a false flag
 * teaches people to ignore the true ones. "System", "service" and "tool" are left out, because outcomes use them too.
 */
const PHRASES = `
AI; artificial intelligence; machine learning; chatbot; algorithm; large language model; blockchain; metaverse;
app; mobile app; smartphone app; phone app; web app; website; web portal; online portal; portal; online platform;
digital platform; platform; software; dashboard; database; CRM; case management software; booking system;
internet of things; IoT; sensor; smart sensor; motion sensor; smart meter; wearable; smart watch; GPS tracker; tracker;
drone; robot; CCTV; camera; number plate recognition; QR code; RFID tag; digital twin; 3D printer; electric vehicle;
tablet; iPad; tablet computer; laptop; smart speaker; voice assistant; headset; virtual reality; augmented reality;
video call; video conferencing; WhatsApp; Zoom; Microsoft Teams; Alexa; SharePoint; Salesforce; Power BI
`

/** A place in a need where a solution is named; `text` is what stands there. */
export interface NamedSolution extends Span {
  text: string
}

/** A phrase as the terms of its words, longest phrases first. */
const LEXICON: readonly string[][] = PHRASES.split(';')
  .map(phrase => tokenise(phrase).map(wordKey))
  .sort((a, b) => b.length - a.length)

/** Finds the solutions that a need names, so that its author can be asked for the outcome. Nothing is removed. */
export function namedSolutions(text: string): NamedSolution[] {
  const tokens = tokenise(text)
  const keys = tokens.map(wordKey)
  const found: NamedSolution[] = []
  for (let at = 0; at < tokens.length; at++) {
    const phrase = LEXICON.find(words => words.every((word, offset) => keys[at + offset] === word))
    if (!phrase || isOrdinaryUse(tokens, at)) continue
    const start = tokens[at]!.start
    const end = tokens[at + phrase.length - 1]!.end
    found.push({ start, end, text: text.slice(start, end) })
    at += phrase.length - 1
  }
  return found
}

function wordKey(token: Token): string {
  return termOf(token.word) || token.word
}

/** "A platform at the station" and "railway platform" are places, not products. */
function isOrdinaryUse(tokens: readonly Token[], at: number): boolean {
  if (!tokens[at]!.word.startsWith('platform')) return false
  const around = tokens.slice(Math.max(0, at - 2), at + 5).map(token => token.word)
  return around.some(word => /^(?:rail|railway|station|train|bus|tram|viewing)s?$/.test(word))
}
