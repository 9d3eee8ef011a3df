/// What a function word does in a sentence. The names are those of `lexicon/<language>/grammar.yaml`.
enum GrammarWord: UInt8, CaseIterable, Sendable {
    case definite, indefinite, possessive, demonstrative
    case preposition
    /// `qui`, `who`: the antecedent is the subject of its clause.
    case relativeSubject
    /// `que`: the antecedent is the object.
    case relativeObject
    /// `which`, `that`, `whom`: either.
    case relativeAny
    /// `dont`.
    case relativeOf
    /// `whose`: of the antecedent, with a noun after it.
    case relativePossessive
    /// `laquelle` after a preposition.
    case relativeOblique
    /// `si`, `if`: what follows is supposed.
    case hypothetical
    /// `que`, `that`, `alors que`, `while`: a clause of its own follows.
    case subordinator
    case coordinator
    /// `mais`, `but`: ends what came before.
    case adversative
    /// `ne`, `n'`: half of a negation.
    case negationHead
    /// `pas`, `not`, `never`.
    case negation
    /// `plus` after `ne`, `no longer`: held before and no more.
    case noLonger
    /// `tels que`, `such as`, `including`, `dont` before names: examples of the noun follow.
    case examples
    /// `il`, `elle`, `it`, `they`, `she`.
    case subjectPronoun
    /// `lui`, `leur`: the one to whom.
    case dativePronoun
    /// Other words that stand before a French verb.
    case clitic
    /// `to` before a verb.
    case infinitiveMark
    case modal
    /// `y` before a verb.
    case placeClitic
    /// `en` before a verb.
    case genitiveClitic
    /// `le`, `la`, `l'` before a verb.
    case objectClitic
    /// `he`, `his`: stands for a person.
    case personPronoun
    /// `it`, `its`: stands for no person.
    case thingPronoun
    /// `leur`, `their`: of several, and which is not known.
    case pluralOwner
    /// `will`: a plan.
    case futureModal
    /// `would`: supposed, or a plan where somebody announced it.
    case presumptiveModal
    /// `could`, `might`: supposed.
    case possibleModal
    /// Titles and posts that persons have.
    case personNoun
    /// `fabricant`, `éditeur`: firms by what they do, said before "de" and their trade.
    case firmNoun
    /// `partner`, `source`: nouns that behind "to" are verbs.
    case bareInfinitive
    /// `aucun`, `no`: what it stands before is denied.
    case negativeDeterminer
    /// `service`, `platform`: a noun behind a name that the two together name.
    case designator
    /// `code`, `protocol`: what is called so is no organisation, whatever its name looks like.
    case thingNoun
    /// `équipe`, `team`: a part of an organisation, whose name is none of its own.
    case teamNoun
    /// `parmi`: one of those that follow.
    case among
    /// `at the same time`: says when or how, and nothing of who.
    case adverbial
    /// `se` before a verb.
    case reflexive
    /// `each` between a subject and its verb: says how it is shared out.
    case distributive
    /// `existing`: looks like a verb and is none.
    case adjective
    /// `un`, `one`: one of several that are named next.
    case partitive
    /// `plus`, `moins`: between an article and an adjective they make a superlative.
    case degree
    /// `IA`, `CEO`: capitals that name nothing.
    case acronym
    /// `respectivement`, `respectively`.
    case respectively
    /// `'s`.
    case genitive
    /// `ancien`, `ex-`, `former`: the role has ended.
    case former
    /// `futur`, `incoming`: the role is to come.
    case future
    /// `premier`, `second`: alone behind an article they stand for one of two.
    case ordinal
    /// `où`, `where`: the antecedent is the place of its clause.
    case relativePlace
    /// Prepositions that `où` may stand for: `chez`, `at`.
    case placePreposition
    /// `celui`: stands for the noun of a group before it.
    case anaphor
    /// `poste`, `fonctions`, `role`: behind it stands the post that somebody has.
    case postNoun
    /// `jeune`, `petit`: what follows such an adjective and an article is a noun.
    case prenominal
    /// `pour` before a sum, with what it buys behind it: "a acheté pour 3 millions d'euros d'actions".
    case sumPreposition
    /// Parts of firms, which a bare noun may follow: "la branche énergie".
    case unitNoun
    /// `as` of "as is X".
    case echo
    /// `Dr`, `Mme`: stands before a person's name and is no noun of its own.
    case honorific
    /// `marché`: a noun that no name stands beside to say which it is.
    case unnamed
    /// `lui-même`: what follows says more of the name right before it.
    case emphatic
    /// `in` of "took in $5m": behind a verb and before a sum no preposition.
    case particle
    /// `what` of "what it calls a platform".
    case freeRelative
    /// `the likes of`: nothing but what follows.
    case transparent
    /// `Mr`, `Ms`: stands before the name of a person only.
    case address
}
