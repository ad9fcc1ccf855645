/**
 * Words that carry no subject: articles, prepositions, pronouns, auxiliaries and what procurement texts add to them.
 * The list is long on purpose: on long needs it gains more than any other single step of the analysis.
 * Written without apostrophes, because the analyser drops them ("don't" arrives as "dont").
 */
const LISTED = `
a about above across after again against all almost alone along already also although always am among an and another any
anyone anything are arent around as at away be became because become becomes been before being below between both but by
can cannot cant could couldnt did didnt do does doesnt doing done dont down during each either else etc ever every few for
from further had has hasnt have havent having he her here hers herself him himself his how however i if im in into is isnt
it its itself ive just least less let like many may me might more most much must my myself near neither never no nor not
now of off often on once one only onto or other others our ours ourselves out over own per perhaps please quite rather
same shall she should since so some such than that the their theirs them themselves then there therefore these they this
those though through throughout thus to together too toward towards under unless until up upon us very via was we well
were werent what when where whereas whether which while who whom whose why will with within without would wouldnt yet you
your yours yourself
`

/** Function words, in the analyser's own spelling (lower case, no accents, no apostrophes). */
export const STOP_WORDS: ReadonlySet<string> = new Set(LISTED.trim().split(/\s+/))
