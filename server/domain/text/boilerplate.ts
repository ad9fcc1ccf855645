/**
 * Sentences that notices carry whatever they buy. They say nothing about the need, so they are neither scored nor
 * quoted. Whole sentences only: the same words inside a sentence about the matter are left alone.
 */
const SIGNS: readonly RegExp[] = [
  /\bthe (?:contracting )?(?:authority|council|buyer) (?:reserves the right|is not bound|shall not be (?:liable|bound)|will not be liable)\b/i,
  /\b(?:expressions? of interest|tenders?|bids?|responses?|submissions?|quotations?|applications?) (?:must|should|are to|shall|can|will need to) be (?:submitted|returned|received|made|completed|uploaded|sent)\b/i,
  /\bto (?:express (?:an )?interest|access the (?:tender|documents|opportunity)|register (?:your|an) interest|take part in this)\b.*\b(?:portal|website|register|visit|click|e-?mail|log ?in)\b/i,
  /\b(?:suppliers?|bidders?|tenderers?|applicants?|providers?) (?:must|should|will need to|are required to|wishing to|who wish to) (?:register|log ?in|submit|express|apply|visit)\b/i,
  /\bin accordance with (?:the )?(?:public contracts regulations|procurement act|regulation \d+|terms and conditions|contract standing orders)\b/i,
  /\b(?:terms and conditions (?:of (?:contract|the contract))?|standard terms) (?:apply|will apply|are (?:attached|available))\b/i,
  /\bplease (?:note that (?:the )?(?:closing|deadline|submissions?|this (?:is not|notice))|see (?:the )?attach|refer to the (?:tender|attached|procurement) )/i,
  /\b(?:procurement|tender) documents? (?:is|are|can be|may be) (?:available|accessed|downloaded|obtained|found)\b/i,
  /\bthis notice (?:is (?:not a call for competition|for information)|does not (?:constitute|commit))\b/i,
  /\bsuitably qualified(?:,| and| or) (?:experienced|competent) (?:suppliers?|contractors?|organisations?|providers?) (?:are|is) invited\b/i,
]

/** True for a sentence about the procedure and not about the matter. */
export const isBoilerplate = (sentence: string): boolean => SIGNS.some(sign => sign.test(sentence))
